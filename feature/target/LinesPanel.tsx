import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { BoardPanel, idOf } from './BoardPanel'
import { EditForm } from './EditForm'
import { useLines } from './server'

/** LinesPanel is what product lines are to sell and have sold. */
export function LinesPanel({ year, may }: { year: number; may: boolean }) {
  const { t } = useTranslation()
  const { data, error, isPlaceholderData } = useLines(year)
  const [edited, edit] = useState<string>()
  if (error) return <Fault error={error} />
  if (!data?.told) return null
  const board = { ...data, measure: 'sales' as const }
  const row = data.rows.find((r) => idOf(r) === edited)
  return (
    <>
      <BoardPanel title={t('target.lines')} subtitle={t('target.lines_say')} board={board} rows={data.rows} stale={isPlaceholderData} onEdit={may ? (r) => edit(idOf(r)) : undefined} />
      {row && row.line && <EditForm board={board} row={row} onDone={() => edit(undefined)} />}
    </>
  )
}

import { CloseCircleOutlined, CopyOutlined, FileDoneOutlined, PlusCircleOutlined, SyncOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Counts } from './wizard'

export type Result = 'inserted' | 'updated' | 'duplicates' | 'rejected'

interface Props {
  counts: Counts
  /** what stands below each figure */
  notes?: Partial<Record<'rows' | Result, ReactNode>>
  /** the result whose rows are shown below; none: all */
  chosen?: Result
  onChoose?: (result: Result | undefined) => void
}

/** Counters are the five figures of an import; each is the filter of what is shown below. */
export function Counters({ counts, notes = {}, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const { count, share } = useFigures()
  const wrong = counts.rejected > 0 ? t('importing.rejected_share', { share: share(counts.rejected / counts.rows) }) : t('importing.rejected_none')
  const figure = (result: Result | undefined, icon: ReactNode, title: string, value: number, note: ReactNode) => {
    const text = (
      <>
        <span>{icon}{title}</span>
        <b className={result === 'rejected' && value > 0 ? 'late' : ''}>{count(value)}</b>
        <span>{note}</span>
      </>
    )
    return onChoose ? <button type="button" aria-pressed={chosen === result} onClick={() => onChoose(result)}>{text}</button> : <div>{text}</div>
  }
  return (
    <div className="counters" role="group" aria-label={t('importing.results')}>
      {figure(undefined, <FileDoneOutlined />, t('importing.rows'), counts.rows, notes.rows)}
      {figure('inserted', <PlusCircleOutlined className="ok" />, t('importing.inserted'), counts.inserted, notes.inserted)}
      {figure('updated', <SyncOutlined className="info" />, t('importing.updated'), counts.updated, notes.updated)}
      {figure('duplicates', <CopyOutlined />, t('importing.duplicates'), counts.duplicates, notes.duplicates)}
      {figure('rejected', <CloseCircleOutlined className="blocked" />, t('importing.rejected'), counts.rejected, notes.rejected ?? wrong)}
    </div>
  )
}

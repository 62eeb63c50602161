import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Left } from './wire'

const shown = 6

/** Skipped shows the rows that were taken for titles, footers and totals, so that nobody misses one. */
export function Skipped({ rows }: { rows: Left[] }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  if (rows.length === 0) return null
  return (
    <Panel title={t('importing.skipped')} subtitle={t('importing.skipped_of', { n: count(rows.length) })}>
      <ul className="skipped">
        {rows.slice(0, shown).map(({ row, text }) => (
          <li key={row}><span className="number">{count(row)}</span><span className="cut" title={text}>{text}</span></li>
        ))}
      </ul>
    </Panel>
  )
}

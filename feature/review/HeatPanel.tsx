import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Sheet } from './server'

/** HeatPanel is which part of his important customers everybody contacted in which week. */
export function HeatPanel({ sheet, stale }: { sheet: Sheet; stale: boolean }) {
  const { t } = useTranslation()
  const { share, count } = useFigures()
  const lines = sheet.lines.filter((l) => l.weeks.length > 0)
  const table = () => ({ columns: [t('review.person'), ...sheet.weeks], rows: lines.map((l) => [l.name, ...l.weeks.map((w) => (w.share == null ? null : Math.round(w.share * 1e4) / 1e4))]) })
  return (
    <Panel title={t('review.heat')} subtitle={t('review.heat_says')} stale={stale} sheet={lines.length > 0 ? table : undefined}>
      {lines.length === 0 ? <p className="third">{t('review.heat_none')}</p> : (
        <div className="review-scroll" tabIndex={0} role="group" aria-label={t('review.heat')}>
          <table className="review-heat">
            <thead><tr><th scope="col">{t('review.person')}</th>{sheet.weeks.map((w) => <th key={w} scope="col">{w.slice(5)}</th>)}</tr></thead>
            <tbody>
              {lines.map((l) => (
                <tr key={l.user}>
                  <th scope="row">{l.name}</th>
                  {l.weeks.map((w) => (
                    <td key={w.from} style={{ '--share': w.share ?? 0 } as CSSProperties} title={`${l.name} · ${w.from} · ${count(w.contacted)}/${count(w.important)}`}>{share(w.share, 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

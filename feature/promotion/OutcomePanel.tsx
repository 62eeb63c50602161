import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Sheet } from './server'

/** OutcomePanel is the evaluation sheet: the weeks, the uplift and the dip with their intervals, the return on the fees. */
export function OutcomePanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact, change, share } = useFigures(sheet.currency)
  const o = sheet.outcome
  const effect = (e: typeof o.uplift) => (e.share == null ? '—' : `${change(e.share)}（${change(e.low)} … ${change(e.high)}）`)
  const all = [['before', [...sheet.before].reverse()], ['during', sheet.during], ['after', sheet.after]] as const
  const lines: [string, string][] = [
    ['baseline_week', exact(o.baseline)], ['uplift', effect(o.uplift)], ['dip', effect(o.dip)], ['extra', exact(o.extra)], ['kept', exact(o.kept)],
    ...(sheet.return ? [['return', `${exact(sheet.return.net)} · ${share(sheet.return.back)}`] as [string, string]] : []),
    ...(sheet.kept ? [['return_kept', `${exact(sheet.kept.net)} · ${share(sheet.kept.back)}`] as [string, string]] : []),
  ]
  const rows = all.flatMap(([part, weeks]) => weeks.map((w) => ({ part: t(`promotion.${part}`), ...w })))
  const table = () => ({ columns: [t('promotion.part'), t('promotion.from'), t('promotion.until'), t('promotion.sales')], rows: rows.map((w) => [w.part, w.from, w.until, w.sales / 100]) })
  return (
    <Panel title={t('promotion.outcome')} subtitle={t('promotion.outcome_says', { n: o.weeks, needed: o.needed })} sheet={table}>
      {o.refused ? <Empty>{t(o.refused)}</Empty> : <dl className="promotion-answers">{lines.map(([key, value]) => <div key={key} style={{ display: 'contents' }}><dt>{t(`promotion.${key}`)}</dt><dd className="number">{value}</dd></div>)}</dl>}
      <div className="promotion-scroll" tabIndex={0} role="group" aria-label={t('promotion.outcome')}>
        <table className="promotion-rows">
          <tbody>{rows.map((w) => <tr key={w.from}><td>{w.part}</td><td>{w.from} – {w.until}</td><td className="number">{exact(w.sales)}</td></tr>)}</tbody>
        </table>
      </div>
    </Panel>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waterfall } from '../../ui/kit/Waterfall'
import type { Board } from './server'

/** ChangesPanel goes from the sum of last week to that of today, and names the deals. */
export function ChangesPanel({ board, stale }: { board: Board; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const { since, was, now, kinds, rows } = board.changes
  if (!since) return <Panel title={t('forecast.changes')}><Empty>{t('forecast.changes_none')}</Empty></Panel>
  const said = t('forecast.changes_since', { day: since, from: figures.sum(was), to: figures.sum(now) })
  const steps = [
    { kind: 'sum' as const, name: figures.day(since), amount: was, written: figures.sum(was) },
    ...kinds.map((k) => ({ kind: 'cost' as const, name: `${t(`forecast.change_${k.kind}`)} ${k.count}`, amount: k.amount, written: figures.more(k.amount) })),
    { kind: 'sum' as const, name: figures.day(board.as_of), amount: now, written: figures.sum(now) },
  ]
  const sheet = () => ({ columns: [t('forecast.deal'), t('forecast.change'), t('forecast.amount')], rows: rows.map((r) => [r.name, t(`forecast.change_${r.kind}`), r.amount / 100]) })
  return (
    <Panel title={t('forecast.changes')} subtitle={`${said} ${figures.unit}`} sheet={sheet} stale={stale}>
      <Waterfall steps={steps} label={said} />
      <ul className="forecast-changes">
        {rows.slice(0, 8).map((r) => (
          <li key={`${r.deal} ${r.kind}`}>
            <span className="third">{t(`forecast.change_${r.kind}`)}</span>
            <Link to="/opportunities/$opportunity" params={{ opportunity: r.deal } as never} title={r.name}>{r.name}</Link>
            <span className="number">{r.amount === 0 ? `${t(`forecast.category_${r.from}`)} → ${t(`forecast.category_${r.to}`)}` : figures.more(r.amount)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { type Calendar, useWay } from './server'
import { Standing } from './Standing'

const day = 86_400_000

/** PromotionTable is a calendar: a row a promotion, a bar where its days lie, amber where it collides. */
export function PromotionTable({ calendar, named }: { calendar: Calendar; named?: boolean }) {
  const { t } = useTranslation()
  const { exact } = useFigures(calendar.currency)
  const way = useWay(calendar.methods)
  const start = Date.parse(calendar.from), length = (Date.parse(calendar.until) - start) / day + 1
  const at = (on: string) => Math.min(Math.max((Date.parse(on) - start) / day / length, 0), 1) * 100
  return (
    <div className="promotion-scroll" tabIndex={0} role="group" aria-label={t('promotion.promotions')}>
      <table className="promotion-rows">
        <thead><tr><th scope="col">{t('promotion.title')}</th>{named && <th scope="col">{t('promotion.account')}</th>}<th scope="col" className="promotion-when">{calendar.from} – {calendar.until}</th><th scope="col" className="number">{t('promotion.amount')}</th><th scope="col">{t('promotion.state')}</th></tr></thead>
        <tbody>
          {calendar.rows.map((p) => (
            <tr key={p.id}>
              <td><Link to={`/money/promotions/${p.id}` as never}>{p.name}</Link><small>{p.ways.map(way).join(' · ')} · {p.products.join(', ') || t('promotion.all_products')}</small></td>
              {named && <td><Link to="/accounts/$id" params={{ id: p.account } as never}>{p.whom}</Link></td>}
              <td className="promotion-when"><div className="promotion-bar" aria-hidden="true"><i data-collides={p.collides.length > 0 || undefined} style={{ left: `${at(p.from)}%`, width: `${at(p.until) - at(p.from)}%` }} /></div><small>{p.from} – {p.until}</small></td>
              <td className="number">{exact(p.amount)}</td>
              <td><Standing of={p} />{p.collides.length > 0 && <> <StateChip state="ask">{t('promotion.collides', { n: p.collides.length })}</StateChip></>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { usePrice } from './price'
import type { Request } from './server'

/** SpecialTable lists special prices. Floor and margin are there for whoever may see them. */
export function SpecialTable({ rows, named }: { rows: Request[]; named?: boolean }) {
  const { t } = useTranslation()
  const { share } = useFigures()
  const price = usePrice()
  const secret = rows.some((r) => r.floor != null || r.margin != null)
  return (
    <div className="pricing-scroll" tabIndex={0} role="group" aria-label={t('pricing.specials')}>
      <table className="pricing-rows">
        <thead><tr>
          {named && <th scope="col">{t('pricing.deal')}</th>}<th scope="col">{t('pricing.product')}</th><th scope="col" className="number">{t('pricing.quantity')}</th><th scope="col" className="number">{t('pricing.known')}</th><th scope="col" className="number">{t('pricing.wanted')}</th>
          {secret && <><th scope="col" className="number">{t('pricing.floor')}</th><th scope="col" className="number">{t('pricing.margin')}</th></>}
          <th scope="col">{t('pricing.days')}</th><th scope="col">{t('pricing.reason')}</th><th scope="col">{t('pricing.state')}</th>
        </tr></thead>
        <tbody>{rows.map((r) => (
          <tr key={r.id}>
            {named && <td className="pricing-name"><Link to="/opportunities/$opportunity" params={{ opportunity: r.deal } as never}>{r.deal_name}</Link><small className="third">{r.customer}</small></td>}
            <td className="pricing-name">{r.name} <small className="third">{r.item}</small></td>
            <td className="number">{r.quantity}</td><td className="number">{price(r.list)}</td><td className="number"><b>{price(r.wanted)}</b></td>
            {secret && <><td className="number">{price(r.floor)} {r.deep && <StateChip state="blocked">{t('pricing.deep')}</StateChip>}</td><td className="number">{share(r.margin ?? null)}</td></>}
            <td>{r.from} – {r.until}</td>
            <td className="pricing-why">{r.reason}<small className="third">{r.asker} · {r.made}</small></td>
            <td><Answer request={r} /></td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

/** Answer is what became of a request, in the words of whoever decided. */
function Answer({ request: { state, answer } }: { request: Request }) {
  const { t } = useTranslation()
  const said = t(`pricing.special_${state}`)
  return (
    <>
      {state === 'granted' ? <StateChip state="ok">{said}</StateChip> : state === 'waiting' ? <StateChip state="ask">{said}</StateChip> : state === 'refused' ? <StateChip state="blocked">{said}</StateChip> : <PlainChip outlined>{said}</PlainChip>}
      {answer && <small className="pricing-answer">{answer}</small>}
    </>
  )
}

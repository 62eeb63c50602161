import './pricing.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { AskForm } from './AskForm'
import { usePrice } from './price'
import { type Offered, usePricesOf } from './server'
import { SpecialTable } from './SpecialTable'

/** DealPrices is what the products of a deal cost the customer, and which of the prices take consent. */
export default function DealPrices({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const { data, error, refetch, isPlaceholderData } = usePricesOf(deal.id, deal.version)
  const price = usePrice()
  const [asking, ask] = useState<Offered>()
  return (
    <Panel title={t('pricing.of_deal')} subtitle={data && t('pricing.net', { currency: data.currency })} stale={isPlaceholderData}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : data.lines.length === 0 ? <Empty>{t('pricing.no_lines')}</Empty> : (
        <div className="pricing-scroll" tabIndex={0} role="group" aria-label={t('pricing.of_deal')}>
          <table className="pricing-rows">
            <thead><tr><th scope="col">{t('pricing.product')}</th><th scope="col" className="number">{t('pricing.quantity')}</th><th scope="col" className="number">{t('pricing.known')}</th><th scope="col" className="number">{t('pricing.asked')}</th><th scope="col">{t('pricing.state')}</th><th /></tr></thead>
            <tbody>{data.lines.map((l) => (
              <tr key={l.product}>
                <td className="pricing-name">{l.text} {l.from && <small className="third">{t(l.from)}</small>}</td>
                <td className="number">{l.quantity}</td><td className="number">{price(l.list)}</td><td className="number">{price(l.asked)}</td>
                <td><Consent line={l} /></td>
                <td className="pricing-acts">{data.may && l.state === 'needs' && <Button size="small" aria-label={`${t('pricing.ask')} ${l.text}`} onClick={() => ask(l)}>{t('pricing.ask')}</Button>}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {data && data.requests.length > 0 && <SpecialTable rows={data.requests} />}
      {asking && <AskForm deal={deal.id} line={asking} onDone={() => ask(undefined)} />}
    </Panel>
  )
}

function Consent({ line: { state } }: { line: Offered }) {
  const { t } = useTranslation()
  const said = t(`pricing.state_${state}`)
  if (state === 'free') return <PlainChip outlined>{said}</PlainChip>
  return <StateChip state={state === 'granted' ? 'ok' : state === 'waiting' ? 'ask' : 'blocked'}>{said}</StateChip>
}

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { useMay } from '../../ui/me'
import { ActForm } from './ActForm'
import { type Act, type Order, useRecheck } from './server'

const look = { passed: 'ok', blocked: 'blocked', asked: 'ask', released: 'ok', cash: 'info', closed: 'info' } as const

/** OrderTable lists orders with why they were blocked, by how much, and what can be done about it. */
export function OrderTable({ rows, currency, stated }: { rows: Order[]; currency: string; stated?: boolean }) {
  const { t } = useTranslation()
  const { exact } = useFigures(currency)
  const [acting, act] = useState<{ order: Order; act: Act }>()
  const recheck = useRecheck()
  return (
    <div className="credit-scroll" tabIndex={0} role="group" aria-label={t('credit.orders')}>
      <Fault error={recheck.error} />
      <table className="credit-rows">
        <thead><tr><th scope="col">{t('credit.number')}</th><th scope="col" className="number">{t('credit.amount')}</th><th scope="col">{t('credit.reasons')}</th><th scope="col" className="number">{t('credit.excess')}</th>{stated && <th scope="col">{t('credit.state')}</th>}<th /></tr></thead>
        <tbody>
          {rows.map((o) => (
            <tr key={o.id}>
              <td className="credit-name"><Link to="/accounts/$id" params={{ id: o.account } as never}>{o.name}</Link><small className="third">{o.number}</small></td>
              <td className="number credit-amount"><b>{exact(o.amount)}</b></td>
              <td className="credit-why"><Because order={o} />{o.whole > 0 && <small className="third">{t('credit.held_sum', { exposure: exact(o.exposure), whole: exact(o.whole) })}</small>}</td>
              <td className="number credit-excess">{o.excess > 0 ? <span className="credit-over">+{exact(o.excess)}</span> : 0}</td>
              {stated && <td><StateChip state={look[o.state]}>{t(`credit.state_${o.state}`)}</StateChip></td>}
              <td className="credit-acts"><Acts order={o} onAct={(what) => act({ order: o, act: what })} onRecheck={() => recheck.mutate(o)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {acting && <ActForm {...acting} onDone={() => act(undefined)} />}
    </div>
  )
}

function Because({ order }: { order: Order }) {
  const { t } = useTranslation()
  return <>{order.reasons.map((r) => t(`credit.because_${r as 'limit'}`, { n: order.worst })).join(t('credit.and')) || order.reason}</>
}

function Acts({ order, onAct, onRecheck }: { order: Order; onAct: (act: Act) => void; onRecheck: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const named = (what: string) => `${what} ${order.number}`
  if (order.state === 'asked') return <Link to={'/approvals' as never}><StateChip state="ask">{t('credit.agreed', { step: order.step, steps: order.steps })}</StateChip></Link>
  const closes = may('credit:write') && order.state !== 'closed' && order.state !== 'blocked'
  return (
    <>
      {order.may && <>
        <Button size="small" aria-label={named(t('credit.ask_release'))} onClick={() => onAct('release')}>{t('credit.ask_release')}</Button>
        <Button size="small" type="link" aria-label={named(t('credit.recheck'))} onClick={onRecheck}>{t('credit.recheck')}</Button>
      </>}
      {may('credit:write') && order.state === 'blocked' && <Button size="small" type="link" aria-label={named(t('credit.to_cash'))} onClick={() => onAct('cash')}>{t('credit.to_cash')}</Button>}
      {closes && <Button size="small" type="link" aria-label={named(t('credit.close'))} onClick={() => onAct('close')}>{t('credit.close')}</Button>}
    </>
  )
}

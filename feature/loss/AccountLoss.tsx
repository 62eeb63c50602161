import './loss.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { Decide } from './Decide'
import { HandlingChip } from './HandlingChip'
import { type Decision, type Sheet, useSheet } from './server'

/** AccountLoss says what is done about the loss on an account; where there is none and never was one decided on, nothing. */
export default function AccountLoss({ account }: { account: string }) {
  const { data, error, refetch } = useSheet(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return data && (data.row.handling || data.past.length > 0) ? <Loss sheet={data} /> : null
}

function Loss({ sheet: { row, past, may, as_of, currency } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  const [deciding, decide] = useState(false)
  const [now, ...earlier] = past
  return (
    <Panel title={t('loss.panel')} subtitle={`${t('loss.contribution')} ${figures.sum(row.contribution)} ${figures.unit}`} note={row.due && t('loss.due_says')}
      extra={may && row.handling && <Button size="small" onClick={() => decide(true)}>{t('loss.decide')}</Button>}>
      <p><Why label={row.name} chip={<PlainChip>{t(`loss.${row.class}`)}</PlainChip>}>{() => <Reasoned why={row.why} stand={as_of} currency={currency} />}</Why></p>
      {row.handling && <p className="second">{t('loss.recommended')}: {t(`loss.handling_${row.handling}`)}</p>}
      {now ? <Said decision={now} /> : <p className="third">{t('loss.no_decision')}</p>}
      {row.due && <p><StateChip state="blocked">{t('loss.due')}</StateChip></p>}
      {earlier.length > 0 && <><h3 className="loss-head">{t('loss.past')}</h3>{earlier.map((d) => <Said key={d.id} decision={d} />)}</>}
      {deciding && <Decide row={row} onClose={() => decide(false)} />}
    </Panel>
  )
}

function Said({ decision: d }: { decision: Decision }) {
  const { t } = useTranslation()
  return (
    <div>
      <p><HandlingChip handling={d.handling} /> <small className="third">{d.on} {d.by}</small></p>
      {d.steps.length > 0 && <p className="loss-steps">{d.steps.map((step) => <PlainChip key={step}>{t(`loss.step_${step}`)}</PlainChip>)}</p>}
      <p className="second">{d.reason}</p>
    </div>
  )
}

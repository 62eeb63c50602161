import { Input, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Limiting, type Sheet, useLimit } from './server'

const kinds = ['own', 'temporary', 'group'] as const

/** LimitForm proposes a limit; somebody else agrees to it. */
export function LimitForm({ account, sheet, start, onDone }: { account: string; sheet: Sheet; start: Partial<Limiting>; onDone: () => void }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Limiting['kind']>(start.kind ?? 'own')
  const [yuan, setYuan] = useState<number | null>(start.amount === undefined ? null : start.amount / 100)
  const [from, setFrom] = useState(sheet.today)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const propose = useLimit(account)
  const body = { kind, amount: Math.round((yuan ?? 0) * 100), from, until: (kind === 'temporary' && until) || undefined, reason, season: start.season, forecast: start.forecast }
  return (
    <Modal open title={t('credit.propose')} onCancel={onDone} okText={t('credit.send')} cancelText={t('credit.cancel')} confirmLoading={propose.isPending} okButtonProps={{ disabled: yuan === null }}
      onOk={() => propose.mutate(body, { onSuccess: onDone })}>
      <div className="credit-form">
        <p className="third">{t('credit.propose_says')}</p>
        <Segmented<Limiting['kind']> value={kind} onChange={setKind} aria-label={t('credit.kind')} options={kinds.map((value) => ({ value, label: t(`credit.kind_${value}`) }))} />
        <label>{t('credit.amount')}<InputNumber value={yuan} onChange={setYuan} min={0} max={1e12} precision={2} suffix={sheet.currency} /></label>
        <Day label={t('credit.from')} value={from} onChange={setFrom} first={sheet.today} />
        {kind === 'temporary' && <Day label={t('credit.until')} value={until} onChange={setUntil} first={from} />}
        <label>{t('credit.reason')}<Input.TextArea rows={2} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
        <Fault error={propose.error} />
      </div>
    </Modal>
  )
}

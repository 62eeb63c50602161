import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Offered, useAsk } from './server'

/** AskForm asks for a special price of a product in a deal. */
export function AskForm({ deal, line, onDone }: { deal: string; line: Offered; onDone: () => void }) {
  const { t } = useTranslation()
  const [quantity, setQuantity] = useState(line.quantity)
  const [wanted, setWanted] = useState(line.asked)
  const [until, setUntil] = useState(shift(today(), 60))
  const [reason, setReason] = useState('')
  const ask = useAsk(deal)
  return (
    <Modal open title={t('pricing.ask')} onCancel={onDone} okText={t('pricing.send')} cancelText={t('pricing.cancel')} confirmLoading={ask.isPending} okButtonProps={{ disabled: !quantity || !wanted || reason.trim().length < 5 }}
      onOk={() => ask.mutate({ product: line.product, quantity, wanted, until, reason }, { onSuccess: onDone })}>
      <div className="pricing-form">
        <p>{line.text}{line.list && <span className="third"> · {t('pricing.known')} {line.list}</span>}</p>
        <label>{t('pricing.quantity')}<InputNumber stringMode min="0" value={quantity || null} onChange={(n) => setQuantity(n == null ? '' : String(n))} /></label>
        <label>{t('pricing.wanted')}<InputNumber stringMode min="0" value={wanted || null} onChange={(n) => setWanted(n == null ? '' : String(n))} /></label>
        <Day label={t('pricing.until')} value={until} first={today()} last={shift(today(), 365)} onChange={setUntil} />
        <label>{t('pricing.reason')}<Input.TextArea rows={3} maxLength={500} value={reason} placeholder={t('pricing.reason_hint')} onChange={(e) => setReason(e.target.value)} /></label>
        <Fault error={ask.error} />
      </div>
    </Modal>
  )
}

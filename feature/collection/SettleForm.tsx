import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Dispute, useSettle } from './server'

/** SettleForm says how a dispute ended. */
export function SettleForm({ account, dispute, onDone }: { account: string; dispute: Dispute; onDone: () => void }) {
  const { t } = useTranslation()
  const [state, end] = useState<'accepted' | 'rejected'>('accepted')
  const [result, say] = useState('')
  const settle = useSettle(account, dispute)
  return (
    <Modal open title={t('collection.settle_dispute')} onCancel={onDone} okText={t('collection.save')} cancelText={t('collection.cancel')} confirmLoading={settle.isPending}
      okButtonProps={{ disabled: result.trim().length < 2 }} onOk={() => settle.mutate({ state, result }, { onSuccess: onDone })}>
      <div className="collection-form">
        <p>{dispute.number} · {dispute.says}</p>
        <label>{t('collection.state')}<Select value={state} onChange={end} options={(['accepted', 'rejected'] as const).map((value) => ({ value, label: t(`collection.dispute_${value}`) }))} /></label>
        <label>{t('collection.result')}<Input.TextArea rows={2} maxLength={500} value={result} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={settle.error} />
      </div>
    </Modal>
  )
}

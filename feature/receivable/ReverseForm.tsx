import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { type Paper, useReverse } from './book'

/** ReverseForm takes a paper back, and asks why. */
export function ReverseForm({ account, paper, onDone }: { account: string; paper: Paper; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [reason, say] = useState('')
  const reverse = useReverse(account, paper.id)
  return (
    <Modal open title={t('receivable.reverse')} onCancel={onDone} okText={t('receivable.reverse')} cancelText={t('receivable.cancel')} confirmLoading={reverse.isPending}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }} onOk={() => reverse.mutate(reason.trim(), { onSuccess: onDone })}>
      <div className="book-form">
        <p>{t('receivable.reverse_say', { number: paper.number, amount: figures.exact(paper.amount) })}</p>
        <label>{t('receivable.reverse_why')}<Input.TextArea rows={2} maxLength={300} value={reason} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={reverse.error} />
      </div>
    </Modal>
  )
}

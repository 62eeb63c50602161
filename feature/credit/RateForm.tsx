import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Learned, parts, useRate } from './server'

/** RateForm adds what somebody has learned to the file; the grade follows at once. */
export function RateForm({ account, onDone }: { account: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [part, setPart] = useState<Learned['part']>('finance')
  const [value, setValue] = useState<number | null>(null)
  const [source, setSource] = useState('')
  const [document, setDocument] = useState('')
  const [evidence, setEvidence] = useState('')
  const rate = useRate(account)
  const stop = part === 'insolvent' || part === 'dishonest'
  const choose = (next: Learned['part']) => {
    setPart(next)
    setValue(null)
  }
  return (
    <Modal open title={t('credit.rate_title')} onCancel={onDone} okText={t('credit.send')} cancelText={t('credit.cancel')} confirmLoading={rate.isPending} okButtonProps={{ disabled: value === null }}
      onOk={() => rate.mutate([{ part, value: value ?? 0, source, document, evidence }], { onSuccess: onDone })}>
      <div className="credit-form">
        <p className="third">{t('credit.rate_says')}</p>
        <Select<Learned['part']> value={part} onChange={choose} aria-label={t('credit.file_title')} options={parts.map((value) => ({ value, label: t(`credit.part_${value}`) }))} />
        {stop ? <Select<number> value={value ?? undefined} onChange={setValue} aria-label={t('credit.value')} placeholder={t('credit.value')} options={[{ value: 0, label: t('credit.no') }, { value: 1, label: t('credit.yes') }]} />
          : <InputNumber aria-label={t('credit.value')} placeholder={t('credit.value')} value={value} onChange={setValue} min={0} max={100} precision={0} />}
        <Input aria-label={t('credit.source_field')} placeholder={t('credit.source_field')} value={source} maxLength={120} onChange={(e) => setSource(e.target.value)} />
        <Input aria-label={t('credit.document')} placeholder={t('credit.document')} value={document} maxLength={120} onChange={(e) => setDocument(e.target.value)} />
        <Input.TextArea rows={2} maxLength={500} aria-label={t('credit.evidence')} placeholder={t('credit.evidence')} value={evidence} onChange={(e) => setEvidence(e.target.value)} />
        <Fault error={rate.error} />
      </div>
    </Modal>
  )
}

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
        <label>{t('credit.part')}<Select<Learned['part']> value={part} onChange={choose} options={parts.map((value) => ({ value, label: t(`credit.part_${value}`) }))} /></label>
        {stop ? <label>{t(`credit.part_${part}`)}<Select<number> value={value ?? undefined} onChange={setValue} options={[{ value: 0, label: t('credit.no') }, { value: 1, label: t('credit.yes') }]} /></label>
          : <label>{t('credit.value')}<InputNumber value={value} onChange={setValue} min={0} max={100} precision={0} /></label>}
        <label>{t('credit.source_field')}<Input value={source} maxLength={120} onChange={(e) => setSource(e.target.value)} /></label>
        <label>{t('credit.document')}<Input value={document} maxLength={120} onChange={(e) => setDocument(e.target.value)} /></label>
        <label>{t('credit.evidence')}<Input.TextArea rows={2} maxLength={500} value={evidence} onChange={(e) => setEvidence(e.target.value)} /></label>
        <Fault error={rate.error} />
      </div>
    </Modal>
  )
}

import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { boxes, type Saying, type Sheet, texts, useKnow } from './server'

interface Props {
  sheet: Sheet
  which: 'use' | 'plan'
  onDone: () => void
}

/** SheetForm asks what is known of a customer, or for the four boxes of a plan; what it does not ask stays. */
export function SheetForm({ sheet, which, onDone }: Props) {
  const { t } = useTranslation()
  const know = useKnow(sheet)
  const { industry, level, uses, strengths, weakness, chances, threats, reason } = sheet
  const [said, say] = useState<Saying>({ industry, level, uses, strengths, weakness, chances, threats, reason, expected_minor: sheet.expected_minor ?? undefined })
  const keys = which === 'use' ? texts : boxes
  const label = (key: (typeof keys)[number]) => t(which === 'use' ? `application.block_${key}` : `application.${key}`)
  return (
    <Modal open title={t(which === 'use' ? 'application.part_application' : 'application.part_plan')} okText={t('application.save')} cancelText={t('application.cancel')} confirmLoading={know.isPending} onCancel={onDone} onOk={() => know.mutate(said, { onSuccess: onDone })}>
      <div className="application-form">
        {keys.map((key) => <label key={key}>{label(key)}<Input.TextArea rows={2} maxLength={1000} value={said[key]} onChange={(e) => say({ ...said, [key]: e.target.value })} /></label>)}
        {which === 'use' && (
          <>
            <label>{t('application.expected')}<Amount label={t('application.expected')} value={said.expected_minor} onChange={(expected_minor) => say({ ...said, expected_minor })} /></label>
            <label>{t('application.reason')}<Input maxLength={500} value={said.reason} onChange={(e) => say({ ...said, reason: e.target.value })} /></label>
          </>
        )}
        <Fault error={know.error} />
      </div>
    </Modal>
  )
}

/** Amount is typed in major units and kept in minor ones. */
export function Amount({ label, value, onChange }: { label: string; value?: number; onChange: (minor?: number) => void }) {
  return <InputNumber style={{ width: '100%' }} min={0} precision={2} aria-label={label} value={value == null ? null : value / 100} onChange={(n) => onChange(n == null ? undefined : Math.round(Number(n) * 100))} />
}

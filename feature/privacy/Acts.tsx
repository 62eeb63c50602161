import { Button, Form, Input, Modal, Popconfirm, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { fields, type Request, type useSteps } from './server'

interface Props {
  request: Request
  steps: ReturnType<typeof useSteps>
}

/** Acts are what can be done for whoever a request is from, and its answer. */
export function Acts({ request, steps }: Props) {
  const { t } = useTranslation()
  const [erasing, erase] = useState(false)
  const known = request.records.length > 0
  return (
    <section>
      <h3>{known ? 3 : 2} · {t('privacy.handle')}</h3>
      {!known && <p className="second">{t('privacy.choose_first')}</p>}
      {known && request.kind === 'correct' && <Correcting request={request} steps={steps} />}
      {known && (
        <p className="request-tools">
          <Popconfirm title={t('privacy.withdraw_sure')} okText={t('privacy.withdraw')} onConfirm={() => steps.withdraw.mutate()}>
            <Button loading={steps.withdraw.isPending}>{t('privacy.withdraw')}</Button>
          </Popconfirm>
          <Button danger onClick={() => erase(true)}>{t('privacy.erase')}</Button>
        </p>
      )}
      {steps.withdraw.isSuccess && <p className="second" role="status">{t('privacy.withdraw_done')}</p>}
      <Fault error={steps.withdraw.error} />
      <Closing steps={steps} />
      {erasing && <Erasing steps={steps} onClose={() => erase(false)} />}
    </section>
  )
}

function Correcting({ request, steps }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ field: (typeof fields)[number]; value: string }>()
  const record = request.records[0]
  return (
    <Form form={form} layout="inline" className="correcting" initialValues={{ field: 'name' }}
      onFinish={({ field, value }) => record && steps.correct.mutate({ record, field, value }, { onSuccess: () => form.setFieldValue('value', '') })}>
      <Form.Item name="field"><Select aria-label={t('privacy.field')} options={fields.map((value) => ({ value, label: t(`contact.${value}`) }))} popupMatchSelectWidth={false} /></Form.Item>
      <Form.Item name="value" rules={[{ required: true, message: t('privacy.value') }]}><Input aria-label={t('privacy.value')} placeholder={t('privacy.value')} maxLength={120} /></Form.Item>
      <Button htmlType="submit" loading={steps.correct.isPending}>{t('privacy.correct')}</Button>
      {steps.correct.isSuccess && <span className="second" role="status">{t('privacy.corrected')}</span>}
      <Fault error={steps.correct.error} />
    </Form>
  )
}

function Closing({ steps }: Pick<Props, 'steps'>) {
  const { t } = useTranslation()
  const [answer, write] = useState('')
  const close = (state: 'done' | 'refused') => steps.close.mutate({ state, answer })
  return (
    <>
      <Input.TextArea rows={2} aria-label={t('privacy.answer')} placeholder={t('privacy.answer')} maxLength={500} value={answer} onChange={(e) => write(e.target.value)} />
      <Space className="request-tools">
        <Button type="primary" disabled={!answer.trim()} loading={steps.close.isPending} onClick={() => close('done')}>{t('privacy.close')}</Button>
        <Button disabled={!answer.trim()} onClick={() => close('refused')}>{t('privacy.refuse')}</Button>
      </Space>
      <Fault error={steps.close.error} />
    </>
  )
}

function Erasing({ steps, onClose }: Pick<Props, 'steps'> & { onClose: () => void }) {
  const { t } = useTranslation()
  const [name, write] = useState('')
  return (
    <Modal open title={t('privacy.erase')} okText={t('privacy.erase')} okButtonProps={{ danger: true, disabled: !name.trim() }} onCancel={onClose} confirmLoading={steps.erase.isPending}
      onOk={() => steps.erase.mutate(name, { onSuccess: onClose })} width={420}>
      <p className="second lead">{t('privacy.confirm_erase')}</p>
      <Input autoFocus aria-label={t('privacy.name')} placeholder={t('privacy.name')} value={name} maxLength={120} onChange={(e) => write(e.target.value)} />
      <Fault error={steps.erase.error} />
    </Modal>
  )
}

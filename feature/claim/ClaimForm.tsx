import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Company, useClaim, type Wanted } from './server'

/** ClaimForm registers a company, with what is to be sold there and what shows that one is in touch with it. */
export function ClaimForm({ company, onDone, onClaimed }: { company: Company; onDone: () => void; onClaimed: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Wanted>()
  const claim = useClaim()
  const needed = (key: string) => [{ required: true, min: 2, whitespace: true, message: t(key) }]
  return (
    <Modal open title={t('claim.claim')} onCancel={onDone} okText={t('claim.submit')} cancelText={t('claim.cancel')} confirmLoading={claim.isPending} onOk={() => form.submit()} width={520}>
      <Form<Wanted> form={form} layout="vertical" requiredMark={false} initialValues={company} onFinish={(said) => claim.mutate({ ...company, ...said }, { onSuccess: onClaimed })}>
        <Form.Item name="name" label={t('claim.name')} rules={needed('claim.no_name')}><Input maxLength={120} placeholder={t('claim.name_hint')} /></Form.Item>
        <div className="claim-pair">
          <Form.Item name="city" label={t('claim.city')}><Input maxLength={60} /></Form.Item>
          <Form.Item name="region" label={t('claim.region')}><Input maxLength={60} /></Form.Item>
        </div>
        <Form.Item name="project" label={t('claim.project')} rules={needed('claim.no_project')}><Input maxLength={200} placeholder={t('claim.project_hint')} /></Form.Item>
        <Form.Item name="evidence" label={t('claim.evidence')} rules={needed('claim.no_evidence')}><Input.TextArea rows={2} maxLength={500} placeholder={t('claim.evidence_hint')} /></Form.Item>
        <Form.Item name="reason" label={t('claim.reason')} rules={needed('claim.no_reason')}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
      </Form>
      <Fault error={claim.error} />
    </Modal>
  )
}

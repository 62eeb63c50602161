import { App, Button, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { Fact } from '../../ui/kit/Fact'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { useRetain, useRetention } from './server'

/** RetentionPanel says for how long logs are kept; a director can make it longer. */
export function RetentionPanel() {
  const { t } = useTranslation()
  const may = useMay()('audit:retain')
  const kept = useRetention()
  return (
    <Panel title={t('auditing.retention')} subtitle={t('auditing.keep_changes')}>
      <Fault error={kept.error} onRetry={() => void kept.refetch()} />
      {kept.data && (may ? <Months key={kept.data.etag} kept={kept.data} /> : <Kept kept={kept.data} />)}
    </Panel>
  )
}

function Kept({ kept: { security, access } }: { kept: Schema['AuditingRetention'] }) {
  const { t } = useTranslation()
  return (
    <dl className="audit-facts">
      <Fact title={t('auditing.keep_security')}>{security} {t('auditing.months')}</Fact>
      <Fact title={t('auditing.keep_access')}>{access} {t('auditing.months')}</Fact>
    </dl>
  )
}

function Months({ kept }: { kept: Schema['AuditingRetention'] & { etag: string } }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const retain = useRetain(kept.etag)
  const save = (body: Schema['AuditingRetention']) => retain.mutate(body, { onSuccess: () => void message.success(t('auditing.saved')) })
  const months = (name: 'security' | 'access', title: string, min: number, max: number) => (
    <Form.Item name={name} label={title} rules={[{ required: true }]}><InputNumber min={min} max={max} precision={0} suffix={t('auditing.months')} /></Form.Item>
  )
  return (
    <Form layout="inline" colon={false} requiredMark={false} className="audit-retention" initialValues={{ security: kept.security, access: kept.access }} onFinish={save}>
      {months('security', t('auditing.keep_security'), 6, 120)}
      {months('access', t('auditing.keep_access'), 36, 240)}
      <Button htmlType="submit" loading={retain.isPending}>{t('auditing.save')}</Button>
      <Fault error={retain.error} />
    </Form>
  )
}

import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import type { Slots } from '../../ui/feature'

/** AskPanel asks a second person to agree to a list that was refused without one. */
export default function AskPanel({ problem, address }: Slots['download.refused']) {
  const { t } = useTranslation()
  const ask = useMutation({
    mutationFn: async ({ reason }: { reason: string }) => {
      const { pathname, search } = new URL(address, location.href)
      return take(await api.POST('/api/export-permits', { body: { address: pathname + search, reason } }))
    },
  })
  if (!problem.key.startsWith('exporting.second_')) return null
  if (ask.isSuccess) return <p role="status">{t('exporting.asked')}</p>
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(asked: { reason: string }) => ask.mutate(asked)}>
      <Form.Item name="reason" label={t('exporting.ask_reason')} rules={[{ required: true, whitespace: true, min: 5, message: t('exporting.ask_reason_missing') }]}>
        <Input.TextArea autoFocus rows={2} maxLength={1000} placeholder={t('exporting.ask_reason_such')} />
      </Form.Item>
      <Fault error={ask.error} />
      <Button type="primary" htmlType="submit" loading={ask.isPending}>{t('exporting.ask')}</Button>
    </Form>
  )
}

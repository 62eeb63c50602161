import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { said, useGrants } from './grants'
import { makeToken, type Tokens, useMine } from './mine'
import { Secret } from './Secret'

type Body = Parameters<typeof makeToken>[0]

/** TokenForm makes a token and shows its word, the only time it can be seen. */
export function TokenForm({ tokens, onClose }: { tokens: Tokens; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Body>()
  const account = Form.useWatch('for', form)
  const make = useMine(makeToken)
  const words = useGrants()
  const grants = tokens.accounts.find((a) => a.id === account)?.grants ?? tokens.grants
  if (make.data) {
    return (
      <Modal open closable={false} keyboard={false} mask={{ closable: false }} title={t('user.token_once')} footer={<Button type="primary" onClick={onClose}>{t('user.seen')}</Button>}>
        <Secret word={make.data.word} note={t('user.token_note')} />
      </Modal>
    )
  }
  return (
    <Modal open title={t('user.token_add')} okText={t('user.token_make')} onOk={form.submit} onCancel={onClose} confirmLoading={make.isPending}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ days: 90 }} onFinish={(body) => make.mutate(body)}>
        <Form.Item name="name" label={t('user.token_what')} rules={[{ required: true }]}><Input autoFocus maxLength={60} /></Form.Item>
        {tokens.accounts.length > 0 && (
          <Form.Item name="for" label={t('user.token_for')}>
            <Select allowClear placeholder={t('user.token_me')} options={tokens.accounts.map((a) => ({ value: a.id, label: a.name }))} onChange={() => form.setFieldValue('grants', [])} />
          </Form.Item>
        )}
        <Form.Item name="grants" label={t('user.token_grants')} extra={t('user.token_least')} rules={[{ required: true }]}>
          <Select mode="multiple" allowClear showSearch={{ filterOption: (typed, option) => said(option).includes(typed.toLowerCase()) }} options={words.grouped(grants)} />
        </Form.Item>
        <Form.Item name="days" label={t('user.token_days')} rules={[{ required: true }]}><InputNumber min={1} max={90} precision={0} /></Form.Item>
        <Fault error={make.error} />
      </Form>
    </Modal>
  )
}

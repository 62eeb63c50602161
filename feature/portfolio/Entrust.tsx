import { Form, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import { type KeyAccount, useEntrust } from './register'

/** Entrust names who answers for key accounts: the lead of their teams. */
export function Entrust({ accounts, onClose }: { accounts: KeyAccount[]; onClose: () => void }) {
  const { t } = useTranslation()
  const people = usePeople()
  const entrust = useEntrust()
  const [form] = Form.useForm<{ manager: string }>()
  const title = accounts.length === 1 ? t('portfolio.entrust_of', { name: accounts[0]!.name }) : t('portfolio.entrust_n', { n: accounts.length })
  const save = ({ manager }: { manager: string }) => entrust.mutate({ accounts: accounts.map((a) => a.id), manager }, { onSuccess: onClose })
  return (
    <Modal open title={title} okText={t('portfolio.entrust')} onOk={form.submit} onCancel={onClose} confirmLoading={entrust.isPending} width={420} destroyOnHidden>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ manager: accounts.length === 1 ? accounts[0]!.manager || undefined : undefined }} onFinish={save}>
        <Form.Item name="manager" label={t('portfolio.manager')} extra={t('portfolio.entrust_says')} rules={[{ required: true, message: t('portfolio.needs_manager') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={people.options} />
        </Form.Item>
        <Fault error={entrust.error} />
      </Form>
    </Modal>
  )
}

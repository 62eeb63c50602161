import { Button, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Rated, useKeep, type Wording } from './server'
import { useName } from './words'

const choices = {
  group: ['', 'large', 'small', 'tracked'],
  central: ['', 'headquarters', 'province', 'local', 'scattered'],
  mode: ['', 'tender', 'project', 'own'],
} as const

/** EditIndustry writes an industry of the dictionary, or a new one. */
export function EditIndustry({ industry, onClose }: { industry?: Rated; onClose: () => void }) {
  const { t } = useTranslation()
  const name = useName()
  const keep = useKeep(industry)
  const needed = [{ required: true, message: t('industry.needed') }]
  const choice = (field: keyof typeof choices) => (
    <Form.Item name={field} label={t(`industry.${field}`)}>
      <Select options={choices[field].map((value) => ({ value, label: t(`industry.value_${value || 'none'}`) }))} />
    </Form.Item>
  )
  return (
    <Modal open title={industry ? t('industry.edit_of', { name: name(industry) }) : t('industry.new')} onCancel={onClose} footer={null} width={480}>
      <Form<Wording & { code: string }> layout="vertical" initialValues={industry ?? { group: '', central: '', mode: '' }} onFinish={(all) => keep.mutate({ ...all, code: all.code ?? industry?.code ?? '' }, { onSuccess: onClose })}>
        {!industry && <Form.Item name="code" label={t('industry.code')} extra={t('industry.code_says')} rules={needed}><Input maxLength={30} /></Form.Item>}
        <Form.Item name="name" label={t('industry.chinese')} rules={needed}><Input maxLength={30} /></Form.Item>
        <Form.Item name="english" label={t('industry.english')} rules={needed}><Input maxLength={30} /></Form.Item>
        {choice('group')}
        {choice('central')}
        {choice('mode')}
        <Form.Item name="department" label={t('industry.department')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="note" label={t('industry.note')}><Input.TextArea rows={2} maxLength={200} /></Form.Item>
        <Fault error={keep.error} />
        <Button htmlType="submit" type="primary" loading={keep.isPending}>{t('industry.save')}</Button>
      </Form>
    </Modal>
  )
}

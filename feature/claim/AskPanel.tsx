import { SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { ClaimForm } from './ClaimForm'
import { type Answer, type Company, useAsk } from './server'

const tone = { free: 'success', similar: 'warning', taken: 'warning', unowned: 'info', mine: 'info', claimed: 'info' } as const
const claimable: Answer['answer'][] = ['free', 'similar', 'taken', 'unowned']

/** AskPanel asks whether a company is taken; it is told whether, and never whose. */
export function AskPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const [form] = Form.useForm<Company>()
  const [asked, about] = useState<Company>()
  const [claiming, claim] = useState(false)
  const ask = useAsk()
  const send = (said: Company) => {
    const company = { ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)), name: said.name ?? '' }
    about(company)
    ask.mutate(company)
  }
  const answer = ask.data
  return (
    <Panel title={t('claim.ask_title')} subtitle={t('claim.ask_says')}>
      <Form<Company> form={form} layout="vertical" className="claim-ask" onFinish={send} onValuesChange={() => ask.reset()}>
        <Form.Item name="name" label={t('claim.name')} className="claim-wide"><Input maxLength={120} allowClear placeholder={t('claim.name_hint')} /></Form.Item>
        <Form.Item name="city" label={t('claim.city')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="uscc" label={t('claim.uscc')}><Input maxLength={18} /></Form.Item>
        <Form.Item name="phone" label={t('claim.phone')}><Input maxLength={30} /></Form.Item>
        <Form.Item name="domain" label={t('claim.domain')}><Input maxLength={60} placeholder="hengyuan.cn" /></Form.Item>
        <Button type="primary" htmlType="submit" icon={<SearchOutlined />} loading={ask.isPending}>{t('claim.ask')}</Button>
      </Form>
      <Fault error={ask.error} />
      <div role="status">
        {answer && asked && (
          <Alert type={tone[answer.answer]} showIcon title={t(`claim.answer_${answer.answer}`)} description={t('claim.ask_left', { count: answer.left })}
            action={answer.account ? <Link to="/accounts/$id" params={{ id: answer.account } as never}>{asked.name || t('claim.company')}</Link>
              : may('claim:write') && claimable.includes(answer.answer) && <Button onClick={() => claim(true)}>{t('claim.claim')}</Button>} />
        )}
      </div>
      {claiming && asked && <ClaimForm company={asked} onDone={() => claim(false)} onClaimed={() => { claim(false); ask.reset(); form.resetFields() }} />}
    </Panel>
  )
}

import { Button, DatePicker, Form, Input, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { AccountSelect } from './AccountSelect'
import { type Card, useCareer, useLeave, useTransfer } from './people'
import { useMay } from '../../ui/me'

interface Props {
  card: Card
  etag: string
  onChange: () => void
}

/** Career is where somebody has worked, as far as the user sees those accounts, and what is done when he leaves. */
export function Career({ card, etag, onChange }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const jobs = useCareer(card.id)
  const [leaving, leave] = useState(false)
  const back = useLeave(card.id, etag)
  return (
    <>
      <h3>{t('contact.career')}</h3>
      <ul className="career">{jobs.data?.map((job) => (
        <li key={job.contact}><span>{job.company}</span> <span className="third">{[job.department, job.title].filter(Boolean).join(' · ')}</span>{job.gone && <span className="third"> · {t('contact.gone_on', { day: job.gone })}</span>}</li>
      ))}</ul>
      <Fault error={back.error} />
      {may('contact:write') && (card.gone
        ? <Button size="small" loading={back.isPending} onClick={() => back.mutate(undefined, { onSuccess: onChange })}>{t('contact.is_back')}</Button>
        : <Button size="small" onClick={() => leave(true)}>{t('contact.has_left')}</Button>)}
      {leaving && <Leaving card={card} etag={etag} onClose={() => leave(false)} onChange={onChange} />}
    </>
  )
}

interface Leave {
  on: Dayjs
  account?: string
  title?: string
  department?: string
}

/** Leaving asks since when, and where he went, if that is known and an account of ours. */
function Leaving({ card, etag, onClose, onChange }: Props & { onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Leave>()
  const account = Form.useWatch('account', form)
  const leave = useLeave(card.id, etag), transfer = useTransfer(card.id, etag)
  const done = { onSuccess: () => { onClose(); onChange() } }
  const save = ({ on, account, title = '', department = '' }: Leave) => {
    const day = on.format('YYYY-MM-DD')
    if (account) transfer.mutate({ account, on: day, title, department }, done)
    else leave.mutate(day, done)
  }
  return (
    <Modal open title={t('contact.left_of', { name: card.name })} okText={t('contact.save')} onOk={form.submit} onCancel={onClose} confirmLoading={leave.isPending || transfer.isPending}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ on: dayjs() }} onFinish={save}>
        <Form.Item name="on" label={t('contact.gone')} rules={[{ required: true }]}><DatePicker disabledDate={(day) => day.isAfter(dayjs(), 'day')} /></Form.Item>
        <Form.Item name="account" label={t('contact.went_to')} extra={t('contact.went_why')}><AccountSelect /></Form.Item>
        {account && <Form.Item name="title" label={t('contact.title')}><Input maxLength={120} /></Form.Item>}
        {account && <Form.Item name="department" label={t('contact.department')}><Input maxLength={120} /></Form.Item>}
      </Form>
      <Fault error={leave.error ?? transfer.error} />
    </Modal>
  )
}

import { SwapOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Me } from '../../ui/me'
import { usePhone } from '../../ui/media'
import { usePeople } from '../../ui/people'
import { type Away, useAways, useLeave, useReturn } from './server'
import { phase, useSpan } from './span'
import './team.css'

/** AwayScreen is who does whose work, and the way to say so. */
export default function AwayScreen() {
  const { t } = useTranslation()
  const found = useAways()
  const { away, for: led } = found.data ?? {}
  return (
    <div className="stack">
      <PageHead title={t('team.away')} note={t('team.away_why')} />
      <Fault error={found.error} onRetry={() => void found.refetch()} />
      <Panel title={t('team.leave')}>{led ? <Leave led={led} /> : <Waiting rows={2} />}</Panel>
      <Panel title={t('team.aways')}>
        {away?.length === 0 && <Empty>{t('team.aways_none')}</Empty>}
        <ul className="team-rows">{away?.map((a) => <Line key={a.user + a.stand_in + a.from} away={a} mine={led?.includes(a.user) ?? false} />)}</ul>
      </Panel>
    </div>
  )
}

interface Fields {
  user: string
  stand_in: string
  from: Dayjs
  until: Dayjs
}

function Leave({ led }: { led: string[] }) {
  const { t } = useTranslation()
  const { id = '' } = useContext(Me)
  const people = usePeople()
  const leave = useLeave()
  const phone = usePhone()
  const [form] = Form.useForm<Fields>()
  const save = ({ user, stand_in, from, until }: Fields) =>
    leave.mutate({ user, stand_in, from: from.format('YYYY-MM-DD'), until: until.format('YYYY-MM-DD') }, { onSuccess: () => form.resetFields() })
  return (
    <>
      <Form form={form} layout={phone ? 'vertical' : 'inline'} colon={false} requiredMark={false} className="away-form" initialValues={{ user: id }} onFinish={save}>
        <Form.Item name="user" label={t('team.absent')} rules={[{ required: true }]}><Select popupMatchSelectWidth={false} options={people.options.filter((p) => led.includes(p.value))} /></Form.Item>
        <Form.Item name="stand_in" label={t('team.stand_in')} rules={[{ required: true }]}><Select showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} options={people.options} /></Form.Item>
        <Form.Item name="from" label={t('team.from')} rules={[{ required: true }]}><DatePicker minDate={dayjs()} /></Form.Item>
        <Form.Item name="until" label={t('team.until_day')} rules={[{ required: true }]}><DatePicker minDate={dayjs()} /></Form.Item>
        <Button type="primary" htmlType="submit" icon={<SwapOutlined />} loading={leave.isPending}>{t('team.leave')}</Button>
      </Form>
      <Fault error={leave.error} />
    </>
  )
}

function Line({ away: a, mine }: { away: Away; mine: boolean }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const span = useSpan()
  const back = useReturn()
  const now = phase(a)
  return (
    <li>
      <b>{t('team.for_whom', { absent: name(a.user), name: name(a.stand_in) })}</b>
      <span className="third number">{span(a)}</span>
      <StateChip state={now === 'now' ? 'ok' : 'info'}>{t(`team.${now}`)}</StateChip>
      {a.by && <span className="third">{t('team.set_by', { name: name(a.by) })}</span>}
      <i className="grow" />
      {mine && <Button size="small" loading={back.isPending} onClick={() => back.mutate(a)}>{now === 'now' ? t('team.back') : t('team.cancel')}</Button>}
      <Fault error={back.error} />
    </li>
  )
}

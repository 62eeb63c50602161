import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { Judged } from './Judged'
import { JudgeForm } from './JudgeForm'
import { type Sheet, type Team, useMeet, useUnmeet } from './server'

const teams: Team[] = ['operations', 'research', 'surroundings', 'finance', 'market', 'board']

/** TeamPanel keeps the meetings of joint teams, and whether costs are laid open. */
export function TeamPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()('development:write')
  const [form, open] = useState<'meeting' | 'costs'>()
  const unmeet = useUnmeet()
  const { open: costs, meetings } = sheet
  const laid = costs.version > 0 && !costs.stale && costs.scores[0] === 1
  return (
    <Panel title={t('development.joint')} subtitle={t('development.teams_met', { count: sheet.teams })} note={costs.stale && t('development.expired', { date: costs.expires })}
      extra={may && <Button size="small" onClick={() => open('meeting')}>{t('development.add_meeting')}</Button>}>
      <p className="development-buttons">
        {laid ? <StateChip state="ok">{t('development.transparent')}</StateChip> : <PlainChip outlined>{t('development.not_transparent')}</PlainChip>}
        {may && <Button size="small" type="text" onClick={() => open('costs')}>{t('development.judge_again')}</Button>}
      </p>
      <Judged judgement={costs} say={([n]) => t(n ? 'ui.yes' : 'ui.no')} />
      <Fault error={unmeet.error} />
      {meetings.length === 0 ? <Empty>{t('development.no_meetings')}</Empty> : (
        <ul className="development-meetings">
          {meetings.map((m) => (
            <li key={m.id}><span className="third">{m.on}</span> <b>{t(`development.team_${m.team}`)}</b> <span>{m.subject}</span> <small className="third">{m.by}</small>
              {may && <Button size="small" type="text" aria-label={`${t('development.unmeet')} ${m.on} ${t(`development.team_${m.team}`)}`} loading={unmeet.isPending && unmeet.variables.id === m.id} onClick={() => unmeet.mutate(m)}>{t('development.unmeet')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {form === 'meeting' && <MeetingForm account={sheet.account} today={sheet.today} onDone={() => open(undefined)} />}
      {form === 'costs' && <JudgeForm title={t('development.transparent')} note={t('development.costs_how')} judgement={costs} today={sheet.today}
        questions={[{ label: t('development.transparent'), options: [{ value: 1, label: t('ui.yes') }, { value: 0, label: t('ui.no') }] }]} onDone={() => open(undefined)} />}
    </Panel>
  )
}

function MeetingForm({ account, today, onDone }: { account: string; today: string; onDone: () => void }) {
  const { t } = useTranslation()
  const meet = useMeet(account)
  const [on, setOn] = useState(today)
  return (
    <Form<{ team: Team; subject: string }> layout="vertical" requiredMark={false} className="development-meeting" initialValues={{ team: 'operations' }} onFinish={(m) => meet.mutate({ ...m, on }, { onSuccess: onDone })}>
      <Form.Item name="team" label={t('development.team')}><Select options={teams.map((value) => ({ value, label: t(`development.team_${value}`) }))} /></Form.Item>
      <Form.Item><Day label={t('development.met_on')} value={on} last={today} onChange={setOn} /></Form.Item>
      <Form.Item name="subject" label={t('development.subject')} rules={[{ required: true, min: 2, message: t('development.needs_subject') }]}><Input maxLength={500} /></Form.Item>
      <Fault error={meet.error} />
      <span className="development-buttons"><Button htmlType="submit" type="primary" size="small" loading={meet.isPending}>{t('development.save')}</Button><Button size="small" type="text" onClick={onDone}>{t('development.cancel')}</Button></span>
    </Form>
  )
}

import { Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import { useContacts, useFound, usePlanVisit } from './server'
import { TimeFields } from './TimeFields'
import { channels, type Planned, type Timed } from './visits'

/** Wish is what is known of a visit before it is planned. */
export type Wish = Timed & { account?: { id: string; name: string } }

/** PlanForm plans a visit: where to, whom to meet, what for and when. */
export default function PlanForm({ wish, today, onDone }: { wish: Wish; today: string; onDone: (visit?: string) => void }) {
  const { t } = useTranslation()
  const [account, setAccount] = useState(wish.account)
  const [value, set] = useState<Planned>({ account: wish.account?.id ?? '', channel: 'visit', day: wish.day, start: wish.start, length: wish.length, purpose: '', place: '', users: [], people: [] })
  const plan = usePlanVisit()
  const change = (some: Partial<Planned>) => set({ ...value, ...some })
  return (
    <Modal open title={account ? t('visit.plan_of', { name: account.name }) : t('visit.new')} onCancel={() => onDone()} okText={t('visit.plan_it')} confirmLoading={plan.isPending} okButtonProps={{ disabled: !account }}
      onOk={() => plan.mutate(value, { onSuccess: ({ id }) => onDone(id) })}>
      <div className="visit-form">
        {!wish.account && <Which onChoose={(account) => { setAccount(account); change({ account: account.id, people: [] }) }} />}
        <Input autoFocus={!!wish.account} aria-label={t('visit.purpose')} placeholder={t('visit.purpose_hint')} value={value.purpose} maxLength={300} onChange={(e) => change({ purpose: e.target.value })} />
        <TimeFields value={value} today={today} onChange={change} />
        <Segmented aria-label={t('visit.channel')} block value={value.channel} options={channels.map((c) => ({ value: c, label: t(`visit.channel_${c}`) }))} onChange={(channel) => change({ channel })} />
        {account && <Who key={account.id} account={account.id} value={value} onChange={change} />}
        {value.channel === 'visit' && <Input aria-label={t('visit.place')} placeholder={t('visit.place_hint')} value={value.place} maxLength={200} onChange={(e) => change({ place: e.target.value })} />}
        <Fault error={plan.error} />
      </div>
    </Modal>
  )
}

/** Which finds the account by any two characters, pinyin, initials or code. */
function Which({ onChoose }: { onChoose: (account: { id: string; name: string }) => void }) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const { data: rows = [], isFetching } = useFound(words)
  return (
    <Select autoFocus aria-label={t('visit.account')} placeholder={t('visit.account_hint')} loading={isFetching} notFoundContent={null} showSearch={{ onSearch: search, filterOption: false }}
      options={rows.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))} onChange={(id: string) => onChoose(rows.find((r) => r.id === id)!)} />
  )
}

/** Who chooses whom to meet, and who of us goes along. */
export function Who({ account, value, onChange }: { account: string; value: Pick<Planned, 'users' | 'people'>; onChange: (some: Partial<Planned>) => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const { data: contacts = [] } = useContacts(account)
  return (
    <>
      <Select mode="multiple" aria-label={t('visit.theirs')} placeholder={t('visit.theirs_hint')} value={value.people} showSearch={{ optionFilterProp: 'label' }} onChange={(people) => onChange({ people })}
        options={contacts.map((c) => ({ value: c.id, label: [c.name, c.title].filter(Boolean).join(' · ') }))} />
      <Select mode="multiple" aria-label={t('visit.along')} placeholder={t('visit.along_hint')} value={value.users} showSearch={{ optionFilterProp: 'label' }} options={options} onChange={(users) => onChange({ users })} />
    </>
  )
}

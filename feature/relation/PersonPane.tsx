import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { usePhone } from '../../ui/media'
import { Slot } from '../../ui/Slot'
import { History } from './History'
import { Judgement } from './Judgement'
import { LinesOf } from './LinesOf'
import { choices, type Field, type Person, stance } from './map'
import { useLookAgain, useOffers, useTakeOver } from './server'
import { Sign } from './Sign'
import { circular } from './tree'
import type { Draft } from './useDraft'
import { useWords } from './words'

interface Props {
  account: string
  person: Person
  draft: Draft
  onOpen: (person: string) => void
  onClose: () => void
}

/** the judgements under their headings: how somebody stands to us, what he can move, what he is like, who of us knows him */
const groups: Record<string, Field[]> = {
  stands: ['attitude', 'level', 'closeness'],
  weight: ['power', 'power_from', 'roles', 'layer'],
  nature: ['orientation', 'adaptability', 'style'],
  counterpart: ['counterpart', 'now', 'wanted'],
}

/** PersonPane is everything about one person on the map: what is judged and by whom, his lines, his file. */
export function PersonPane({ account, person, draft, onOpen, onClose }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const words = useWords()
  const [editing, edit] = useState<Field>()
  const again = useLookAgain(account)
  const { map, base, add } = draft
  const before = base.people.find((p) => p.id === person.id) ?? person
  const title = (
    <span className="map-edge"><Sign stance={stance(person.attitude)} />{person.name} <small className="third">{[person.department, person.title].filter(Boolean).join(' · ')}</small></span>
  )
  return (
    <Drawer open onClose={onClose} size={phone ? '100%' : 600} title={title} mask={false} className="person-pane" aria-label={person.name}>
      {(person.twins || map.subject) && map.write && <Offers account={account} person={person} draft={draft} />}
      <h3>{t('relation.in_organisation')}</h3>
      <dl className="file">
        <div><dt>{t('relation.manager')}</dt><dd>{map.write ? <Manager person={person} draft={draft} /> : map.people.find((p) => p.id === person.reports)?.name ?? missing}</dd></div>
        <div><dt>{t('relation.rank')}</dt><dd>{person.rank ? t(`contact.rank_${person.rank}`) : missing}</dd></div>
        <div><dt>{t('relation.scope')}</dt><dd>{person.scope.map((s) => t(`contact.scope_${s}`)).join(' · ') || missing}</dd></div>
        {person.touched && <div><dt>{t('relation.touched')}</dt><dd>{person.touched}</dd></div>}
      </dl>
      {Object.entries(groups).map(([group, fields]) => (
        <section key={group} aria-label={t(`relation.group_${group}`)}>
          <h3>{t(`relation.group_${group}`)}</h3>
          <ul className="judgements">{fields.map((field) => (
            <Judgement key={field} field={field} person={person} before={before} write={map.write} editing={editing === field} onEdit={(on) => edit(on ? field : undefined)}
              roles={field === 'roles' ? base.roles.map((r) => r.role) : choices[field]}
              onJudge={(judged) => { edit(undefined); add(...judged.map((one) => ({ does: 'judge' as const, contact: person.id, ...one }))) }} />
          ))}</ul>
        </section>
      ))}
      <LinesOf person={person} draft={draft} words={words} onOpen={onOpen} />
      <History account={account} contact={person.id} />
      <Slot name="relation.file" account={account} contact={person.id} onChange={() => void again()} />
    </Drawer>
  )
}

function Manager({ person, draft }: { person: Person; draft: Draft }) {
  const { t } = useTranslation()
  const options = draft.map.people.filter((p) => p.id !== person.id).map((p) => {
    const loop = circular(draft.map.people, person.id, p.id)
    return { value: p.id, label: loop ? `${p.name} · ${t('relation.below')}` : [p.name, p.title].filter(Boolean).join(' · '), disabled: loop }
  })
  return (
    <Select size="small" showSearch={{ optionFilterProp: 'label' }} allowClear placeholder={t('relation.nobody')} popupMatchSelectWidth={280} style={{ width: 240 }} aria-label={t('relation.manager')}
      value={person.reports || undefined} options={options} onChange={(reports?: string) => draft.add({ does: 'move', contact: person.id, reports: reports ?? '' })} />
  )
}

/** Offers are newer judgements about the same person on another map; one click takes them over. */
function Offers({ account, person, draft }: { account: string; person: Person; draft: Draft }) {
  const { t } = useTranslation()
  const words = useWords()
  const offers = useOffers(account, true)
  const takeOver = useTakeOver(account)
  const own = offers.data?.filter((o) => o.contact === person.id) ?? []
  if (own.length === 0) return null
  return (
    <div className="judge">
      <b>{t('relation.offers', { count: own.length })}</b>
      <ul>{own.map((o) => <li key={o.field}>{words.field(o.field as Field)} <s className="third">{words.value(o.field as Field, o.now)}</s> <span className="new">{words.value(o.field as Field, o.value)}</span> <span className="third">{o.company} · {o.name} · {o.on}</span></li>)}</ul>
      <Fault error={takeOver.error} />
      <span className="buttons"><Button size="small" type="primary" disabled={draft.count > 0} loading={takeOver.isPending} onClick={() => takeOver.mutate({ over: draft.base, contact: person.id })}>{t('relation.take_over')}</Button>
        {draft.count > 0 && <span className="third">{t('relation.save_first')}</span>}</span>
    </div>
  )
}

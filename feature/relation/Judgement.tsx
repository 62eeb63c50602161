import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../ui/people'
import { JudgeForm, type Saying } from './JudgeForm'
import { type Field, type Judged, type Person, valueOf } from './map'
import { Bars, Dots } from './Sign'
import { useWords } from './words'

interface Props {
  field: Field
  person: Person
  /** as he is saved */
  before: Person
  write: boolean
  editing: boolean
  /** what may be chosen */
  roles: readonly string[]
  onEdit: (on: boolean) => void
  onJudge: (judged: Saying[]) => void
}

/** Judgement is what is said of somebody in one respect: by whom, when, resting on what, until when; changed, with the old beside the new. */
export function Judgement({ field, person, before, write, editing, roles, onEdit, onJudge }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const ours = usePeople()
  const value = valueOf(person, field), old = valueOf(before, field), judged = before.judged[field]
  const show = (v: string) => (field === 'counterpart' ? (v ? ours.name(v) || person.counterpart.name : t('relation.nobody')) : words.value(field, v))
  return (
    <li>
      <span>{words.field(field)}</span>
      <span>
        {value !== old && <><s>{show(old)}</s> </>}
        <span className={value !== old ? 'new' : value ? '' : 'third'}>{show(value)}</span>
        {field === 'power' && person.power > 0 && <> <Bars count={person.power} label={words.field(field)} /></>}
        {field === 'closeness' && person.closeness > 0 && <> <Dots count={person.closeness} label={words.field(field)} /></>}
      </span>
      {write ? <Button size="small" type="text" icon={<EditOutlined />} aria-label={t('relation.judge', { field: words.field(field) })} aria-expanded={editing} onClick={() => onEdit(!editing)} /> : <i />}
      {judged && <Who judged={judged} />}
      {editing && <div className="editor"><JudgeForm field={field} person={person} values={roles} onJudge={onJudge} onClose={() => onEdit(false)} /></div>}
    </li>
  )
}

function Who({ judged }: { judged: Judged }) {
  const { t } = useTranslation()
  return (
    <span className="said">
      {[judged.name, judged.on, judged.source !== 'judged' && t(`relation.source_${judged.source}`)].filter(Boolean).join(' · ')}
      {judged.evidence && <> · {t('relation.because', { evidence: judged.evidence })}</>}
      {' · '}{judged.stale ? <b className="soon">{t('relation.expired', { day: judged.until })}</b> : t('relation.holds', { day: judged.until })}
    </span>
  )
}

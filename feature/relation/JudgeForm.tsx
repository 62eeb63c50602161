import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../ui/people'
import { Guide } from './Guide'
import { type Field, type Person, valueOf } from './map'
import { type Guided, guided } from './server'
import { useWords } from './words'

export interface Saying {
  field: Field
  value: string
  evidence: string
  name?: string
  answers?: Record<string, string>
}

interface Props {
  field: Field
  person: Person
  values: readonly string[]
  onJudge: (judged: Saying[]) => void
  onClose: () => void
}

/** JudgeForm asks for a value and for what it rests on; whoever is not sure answers what he has seen, and gets a proposal. */
export function JudgeForm({ field, person, values, onJudge, onClose }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const ours = usePeople()
  const [value, choose] = useState(valueOf(person, field))
  const [evidence, write] = useState('')
  const [guide, ask] = useState(false)
  const [answers, answer] = useState<Record<string, string>>({})
  const options = values.map((v) => ({ value: v, label: words.value(field, v) }))
  const isGuided = (guided as readonly string[]).includes(field)
  const save = () => onJudge([
    { field, value, evidence: evidence.trim(), name: field === 'counterpart' ? ours.name(value) : undefined, answers: guide && Object.keys(answers).length ? answers : undefined },
  ])
  return (
    <div className="judge">
      {field === 'roles' ? <Select mode="multiple" aria-label={words.field(field)} value={value.split(' ').filter(Boolean)} options={options} onChange={(all: string[]) => choose(all.toSorted().join(' '))} />
        : field === 'counterpart' ? <Select showSearch={{ optionFilterProp: 'label' }} allowClear aria-label={words.field(field)} placeholder={t('relation.nobody')} value={value || undefined} options={ours.options} onChange={(id?: string) => choose(id ?? '')} />
        : <Radio.Group aria-label={words.field(field)} className="options" value={value} options={[...options, { value: '', label: t('relation.unknown') }]} onChange={(event) => choose(event.target.value as string)} />}
      {isGuided && (guide
        ? <Guide field={field as Guided} answers={answers} onAnswer={answer} onTake={(proposed, why) => { choose(proposed); if (!evidence) write(why) }} />
        : <button type="button" className="link" onClick={() => ask(true)}>{t('relation.guide')}</button>)}
      <Input.TextArea rows={1} maxLength={500} value={evidence} aria-label={t('relation.evidence')} placeholder={t('relation.evidence_such')} onChange={(event) => write(event.target.value)} />
      <span className="buttons">
        <Button size="small" type="primary" onClick={save}>{t('relation.note_down')}</Button>
        <Button size="small" onClick={onClose}>{t('relation.cancel')}</Button>
      </span>
    </div>
  )
}

import { Button, Checkbox, Drawer, Input, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Dots } from './Dots'
import { type Answered, type Page, type Question, useJudge } from './server'
import { asked, useNames } from './words'

interface Props {
  page: Page
  /** another round of our sheet, though the deal is where it was */
  again: boolean
  onDone: () => void
}

type Draft = Record<string, Answered>

const us = ''
const drafted = (answers: Answered[]): Draft => Object.fromEntries(answers.map((a) => [a.question, a]))

/** SheetForm answers the questions of a card for us or for a rival, the answers of the others beside them. */
export function SheetForm({ page, again, onDone }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const judge = useJudge(page.deal)
  const [rival, setRival] = useState(us)
  const [fresh, setFresh] = useState(again)
  const [drafts, setDrafts] = useState<Record<string, Draft>>({})
  const side = page.sides.find((s) => (s.rival ?? us) === rival)!
  const others = page.sides.filter((s) => s !== side && s.version > 0)
  const draft = drafts[rival] ?? drafted(side.answers)
  const change = (next: Answered) => setDrafts({ ...drafts, [rival]: { ...draft, [next.question]: next } })
  const save = () => judge.mutate({ card: page.card.key, rival: rival || undefined, fresh, answers: Object.values(draft), version: side.version }, { onSuccess: onDone })
  return (
    <Drawer open size={980} title={t('assessment.sheet_of', { name: page.name })} onClose={onDone} className="assessment-sheet" footer={
      <span className="assessment-buttons">
        {side.version > 0 && <Checkbox checked={fresh} onChange={(e) => setFresh(e.target.checked)}>{t('assessment.fresh')}</Checkbox>}
        <Button type="primary" loading={judge.isPending} onClick={save}>{t('assessment.save')}</Button>
      </span>
    }>
      {page.sides.length > 1 && <Segmented aria-label={t('assessment.side')} value={rival} onChange={setRival} options={page.sides.map((s) => ({ value: s.rival ?? us, label: names.side(s) }))} />}
      <Fault error={judge.error} />
      {page.card.areas.map((area) => asked(page, area).length > 0 && (
        <section key={area.key} aria-label={names.area(area)}>
          <h3>{names.area(area)}</h3>
          {asked(page, area).map((q) => (
            <Line key={`${rival} ${q.key}`} question={q} answer={draft[q.key]} onChange={change}
              beside={others.map((s) => ({ name: names.side(s), answer: s.answers.find((a) => a.question === q.key) }))} />
          ))}
        </section>
      ))}
    </Drawer>
  )
}

interface LineProps {
  question: Question
  answer?: Answered
  beside: { name: string; answer?: Answered }[]
  onChange: (next: Answered) => void
}

const blank = -1
const unknown = -2

function Line({ question, answer, beside, onChange }: LineProps) {
  const { t } = useTranslation()
  const names = useNames()
  const name = names.question(question)
  const hints = names.hints(question)
  const now: Answered = answer ?? { question: question.key, rating: null, unknown: false, words: '' }
  const rate = (value: number) => onChange({ ...now, rating: value < 0 ? null : value, unknown: value === unknown })
  return (
    <div className={now.unknown ? 'sheet-line unknown' : 'sheet-line'}>
      <div className="sheet-question">
        <b>{name}</b>{question.knock && <small className="veto">{t('assessment.veto')}</small>}
        {hints.length > 0 && <details><summary>{t('assessment.ask_yourself')}</summary><ul>{hints.map((h) => <li key={h}>{h}</li>)}</ul></details>}
      </div>
      <div className="sheet-answer">
        <Radio.Group size="small" optionType="button" aria-label={t('assessment.rating_of', { question: name })} value={now.unknown ? unknown : now.rating ?? blank} onChange={(e) => rate(e.target.value)}
          options={[{ value: blank, label: t('assessment.unanswered') }, ...[0, 1, 2, 3, 4, 5].map((value) => ({ value, label: value })), { value: unknown, label: t('assessment.unknown') }]} />
        <Input size="small" maxLength={300} aria-label={t('assessment.words_of', { question: name })} placeholder={t('assessment.words_hint')} value={now.words} onChange={(e) => onChange({ ...now, words: e.target.value })} />
      </div>
      {beside.length > 0 && <ul className="sheet-beside" aria-label={t('assessment.compare')}>{beside.map((b) => <li key={b.name}><span>{b.name}</span><Dots grey label={`${b.name} ${name}`} rating={b.answer?.rating} unknown={b.answer?.unknown} /></li>)}</ul>}
    </div>
  )
}

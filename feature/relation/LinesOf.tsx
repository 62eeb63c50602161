import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { between, fresh } from './draft'
import { type Kind, kinds, type Line, type Person } from './map'
import type { Draft } from './useDraft'
import type { Words } from './words'

interface Props {
  person: Person
  draft: Draft
  words: Words
  onOpen: (person: string) => void
}

/** LinesOf are the lines between somebody and others, beside who reports to whom. */
export function LinesOf({ person, draft: { map, add }, words, onOpen }: Props) {
  const { t } = useTranslation()
  const [drawing, draw] = useState(false)
  const name = (id: string) => map.people.find((p) => p.id === id)?.name ?? ''
  const own = map.lines.filter((l) => l.from === person.id || l.to === person.id)
  return (
    <section aria-label={t('relation.lines')}>
      <h3>{t('relation.lines')}{map.write && !drawing && <button type="button" className="link" onClick={() => draw(true)}>{t('relation.line_add')}</button>}</h3>
      {own.length === 0 && !drawing && <p className="third">{t('relation.lines_none')}</p>}
      <ul className="map-lines">{own.map((line) => {
        const other = line.from === person.id ? line.to : line.from
        return (
          <li key={line.id}>
            <span className="grow">{phrase(line, person, t)} <button type="button" className="link" onClick={() => onOpen(other)}>{name(other)}</button>{line.says && <span className="third"> · {line.says}</span>}</span>
            {map.write && <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('relation.line_drop', { name: name(other) })} onClick={() => add({ does: 'unlink', line: line.id })} />}
          </li>
        )
      })}</ul>
      {drawing && <Stroke person={person} people={map.people} lines={map.lines} words={words} onClose={() => draw(false)} onDraw={(line) => { add({ does: 'link', line }); draw(false) }} />}
    </section>
  )
}

const phrase = (line: Line, person: Person, t: (key: string) => string) =>
  t(line.kind === 'influence' && line.to === person.id ? 'relation.line_influenced' : `relation.line_${line.kind}`)

type Way = Kind | 'influenced'

function Stroke({ person, people, lines, words, onDraw, onClose }: { person: Person; people: Person[]; lines: Line[]; words: Words; onDraw: (line: Line) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [way, turn] = useState<Way>('influence')
  const [other, choose] = useState<string>()
  const [says, say] = useState('')
  const kind = way === 'influenced' ? 'influence' : way
  const [from, to] = way === 'influenced' ? [other ?? '', person.id] : [person.id, other ?? '']
  const there = other !== undefined && between(lines, kind, from, to) !== undefined
  return (
    <div className="judge">
      <span className="options">
        <Select<Way> aria-label={t('relation.line_kind')} value={way} onChange={turn} popupMatchSelectWidth={false}
          options={[...kinds.slice(0, 1), 'influenced' as const, ...kinds.slice(1)].map((value) => ({ value, label: value === 'influenced' ? t('relation.line_influenced') : words.kind(value as Kind) }))} />
        <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t('relation.line_with')} placeholder={t('relation.line_with')} value={other} onChange={choose} style={{ minWidth: 180 }}
          options={people.filter((p) => p.id !== person.id).map((p) => ({ value: p.id, label: [p.name, p.title].filter(Boolean).join(' · ') }))} />
      </span>
      <Input maxLength={120} value={says} aria-label={t('relation.line_says')} placeholder={t('relation.line_says')} onChange={(event) => say(event.target.value)} />
      {there && <p className="late">{t('relation.line_twice')}</p>}
      <span className="buttons">
        <Button size="small" type="primary" disabled={!other || there} onClick={() => onDraw({ id: fresh(), kind, from, to, says: says.trim() })}>{t('relation.note_down')}</Button>
        <Button size="small" onClick={onClose}>{t('relation.cancel')}</Button>
      </span>
    </div>
  )
}

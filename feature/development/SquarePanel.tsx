import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { Judged } from './Judged'
import { JudgeForm } from './JudgeForm'
import type { Sheet, Template } from './server'
import { Squares } from './Squares'
import { useLabel } from './words'

const states = { ahead: 'ask', behind: 'blocked', balanced: 'ok' } as const

/** SquarePanel places an account on the grid of 25 squares, with the path it came by and the square to go to. */
export function SquarePanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()('development:write')
  const say = useLabel()
  const [template, choose] = useState<Template>(sheet.squares[0]?.template ?? 'relationship')
  const [open, setOpen] = useState(false)
  const one = sheet.squares.find((s) => s.template === template)
  if (!one) return null
  const { place, grid, why, judgement } = one
  const levels = (axis: typeof grid.x) => axis.levels.map((label, i) => ({ value: i + 1, label: `${i + 1} ${say(label)}` }))
  const questions = [...(template === 'relationship' ? [{ label: say(grid.x.name), options: levels(grid.x) }] : []), { label: say(grid.y.name), options: levels(grid.y) }]
  const cell = place && grid.cells[place.cell - 1]
  const path = () => ({ columns: [t('development.met_on'), say(grid.x.name), say(grid.y.name)], rows: one.path.map((p) => [p.on, p.x, p.y]) })
  return (
    <Panel title={t('square.name')} subtitle={t('square.own')} sheet={one.path.length > 1 ? path : undefined}
      extra={place && why && <Why label={t('square.name')} chip={<StateChip state={states[place.state]}>{t(`square.${template}_${place.state}`)}</StateChip>}>{() => <Reasoned why={why} stand={judgement.on} />}</Why>}>
      <div className="development-buttons">
        <Segmented<Template> size="small" value={template} onChange={choose} options={sheet.squares.map((s) => ({ value: s.template, label: t(`square.value_${s.template}`) }))} />
        {may && <Button size="small" onClick={() => setOpen(true)}>{t(judgement.version ? 'development.judge_again' : 'development.place')}</Button>}
      </div>
      <Squares grid={grid} here={place} path={one.path} />
      {place && cell ? <p><PlainChip>{place.cell} {say(cell.name)}</PlainChip> <span className="second">{say(cell.action)}</span></p> : <p className="third">{t('development.no_place')}</p>}
      {one.path.length > 1 && <p className="third">{one.path.map((p) => `${p.on} (${p.x},${p.y})`).join(' → ')}</p>}
      <Judged judgement={judgement} say={(all) => `(${all.join(',')})`} />
      {open && <JudgeForm title={t('square.name')} note={t(template === 'views' ? 'development.survey_how' : 'development.place_how')} judgement={judgement} today={sheet.today} questions={questions} onDone={() => setOpen(false)} />}
    </Panel>
  )
}

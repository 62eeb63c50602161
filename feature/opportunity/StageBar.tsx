import { CheckOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { MoveForm } from './MoveForm'
import type { Sheet, Step } from './server'
import { useSaid } from './words'

/** StageBar shows where a deal stands in its process; a click on a step moves it there. */
export function StageBar({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [to, move] = useState<Step>()
  const may = sheet.may && !sheet.timed && (sheet.deal.state === 'open' || sheet.deal.state === 'nurture')
  return (
    <nav className="opportunity-bar" aria-label={t('opportunity.steps')}>
      <ol>{sheet.steps.map((s, i) => <One key={s.key} step={s} number={i + 1} sheet={sheet} onMove={may && s.place !== 'here' ? () => move(s) : undefined} />)}</ol>
      {to && <MoveForm sheet={sheet} to={to} onDone={() => move(undefined)} />}
    </nav>
  )
}

interface Props {
  step: Step
  number: number
  sheet: Sheet
  onMove?: () => void
}

function One({ step: s, number, sheet: { deal: d }, onMove }: Props) {
  const { t } = useTranslation()
  const said = useSaid()
  const { day } = useFigures()
  const stays = s.dwell > 0 ? t('opportunity.day_of', { day: d.days + 1, most: s.dwell }) : t('opportunity.day_n', { day: d.days + 1 })
  const under = s.place === 'here' && d.state === 'open' ? `${s.came ? day(s.came) : ''} ${stays}` : s.came ? day(s.came) : s.percent === 100 && d.expected ? day(d.expected) : `${s.percent}%`
  const body = (
    <>
      <i className="opportunity-dot">{s.place === 'done' ? <CheckOutlined /> : number}</i>
      <span>
        <b>{said(s)}</b>
        <small className={s.place === 'here' && d.stuck ? 'opportunity-late' : 'third'}>{under}</small>
      </span>
    </>
  )
  const title = [s.buying.zh && t('opportunity.meanwhile', { what: said(s.buying) }), `${s.percent}%`].filter(Boolean).join(' · ')
  return (
    <li className={`opportunity-${s.place}`} aria-current={s.place === 'here' ? 'step' : undefined} title={title}>
      {onMove ? <button type="button" aria-label={t('opportunity.move_to', { stage: said(s) })} onClick={onMove}>{body}</button> : body}
    </li>
  )
}

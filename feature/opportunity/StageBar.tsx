import { CheckOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { MoveForm } from './MoveForm'
import type { Sheet, Step } from './server'
import { useSaid } from './words'

/** StageBar shows where a deal stands in its process; a click on a step moves it there. */
export function StageBar({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [to, move] = useState<Step>()
  const bar = useRef<HTMLElement>(null)
  useEffect(() => showHere(bar.current), [sheet.deal.stage])
  const may = sheet.may && !sheet.timed && (sheet.deal.state === 'open' || sheet.deal.state === 'nurture')
  return (
    <nav ref={bar} className="opportunity-bar" tabIndex={0} aria-label={t('opportunity.steps')}>
      <ol>{sheet.steps.map((s, i) => <One key={s.key} step={s} number={i + 1} sheet={sheet} onMove={may && s.place !== 'here' ? () => move(s) : undefined} />)}</ol>
      {to && <MoveForm sheet={sheet} to={to} onDone={() => move(undefined)} />}
    </nav>
  )
}

/** showHere brings the step of today into sight where there is no room for all. */
function showHere(bar: HTMLElement | null) {
  const here = bar?.querySelector<HTMLElement>('[aria-current]')
  if (bar && here) bar.scrollLeft = here.offsetLeft - bar.clientWidth / 3
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
      {onMove ? <button type="button" onClick={onMove}>{body}<span className="unseen">{t('opportunity.move_to', { stage: said(s) })}</span></button> : body}
    </li>
  )
}

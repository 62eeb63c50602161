import './campaign.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Actions } from './Actions'
import { AskForm } from './AskForm'
import { Lessons } from './Lessons'
import { Phases } from './Phases'
import { type Board, type Item, questions, tests, useBoard } from './server'

type Deal = Slots['opportunity.panel']['deal']

/** CampaignPanel is how a deal is worked on: its phase, the three tests with what is missing, what was found out, and what was learned. */
export default function CampaignPanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const { data, error, refetch } = useBoard(deal.id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return data ? <Campaign deal={deal} board={data} /> : <Panel title={t('campaign.panel')}><Waiting rows={6} /></Panel>
}

function Campaign({ deal, board }: { deal: Deal; board: Board }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const say = useItem()
  const { marks, items, write, live } = board
  const table = () => ({ columns: [t('campaign.tests'), t('campaign.missing')], rows: items.map((i) => [t(`campaign.${i.test}`), i.done ? '' : say(i)]) })
  const whole = marks.overall == null || !marks.weakest ? t('campaign.overall_unknown') : t('campaign.overall', { mark: Math.round(marks.overall), test: t(`campaign.${marks.weakest}`) })
  return (
    <Panel title={t('campaign.panel')} subtitle={whole} sheet={table} extra={write && live ? <Button size="small" onClick={() => setOpen(true)}>{t('campaign.ask')}</Button> : undefined}>
      <Phases deal={deal.id} board={board} />
      <div className="campaign-tests">{tests.map((test) => <Test key={test} mark={marks[test]} title={t(`campaign.${test}`)} items={items.filter((i) => i.test === test)} />)}</div>
      {deal.account && <p><Link to="/accounts/$id" params={{ id: deal.account } as never} search={{ tab: 'contact.relations', subject: deal.id } as never}>{t('campaign.map')}</Link></p>}
      <People board={board} />
      <dl className="campaign-said">{questions.map((key) => <div key={key}><dt>{t(`campaign.${key}`)}</dt><dd>{board.sheet[key] || <span className="third">{t('campaign.unknown')}</span>}</dd></div>)}</dl>
      <Actions deal={deal} board={board} />
      <Lessons deal={deal.id} board={board} />
      {open && <AskForm deal={deal.id} board={board} onDone={() => setOpen(false)} />}
    </Panel>
  )
}

const shown = 5

function Test({ title, mark, items }: { title: string; mark: number | null; items: Item[] }) {
  const { t } = useTranslation()
  const say = useItem()
  const missing = items.filter((i) => !i.done)
  return (
    <div>
      <p>{title} <b>{mark == null ? '—' : Math.round(mark)}</b> <span className="third">{t('campaign.done_of', { done: items.length - missing.length, of: items.length })}</span></p>
      <div className="campaign-bar" role="meter" aria-label={title} aria-valuenow={Math.round(mark ?? 0)} aria-valuemin={0} aria-valuemax={100}><i style={{ width: `${mark ?? 0}%` }} /></div>
      {missing.length === 0 ? <p className="second">{t('campaign.nothing_missing')}</p> : (
        <ul>
          {missing.slice(0, shown).map((i) => <li key={i.key + i.role + i.name}>{say(i)}</li>)}
          {missing.length > shown && <li>{t('campaign.more', { n: missing.length - shown })}</li>}
        </ul>
      )}
    </div>
  )
}

/** useItem says what is missing. */
function useItem() {
  const { t, i18n } = useTranslation()
  return (i: Item) => t(i.key, { name: i.name, role: (i18n.language === 'en' ? i.en : i.zh) || (i.role && t(`relation.role_${i.role}`)) })
}

function People({ board: { people } }: { board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (people.length === 0) return <p className="third">{t('campaign.no_people')}</p>
  return (
    <ul>
      {people.map((p) => (
        <li key={p.contact}>
          <b>{p.name}</b> <span className="second">{p.closeness ? t('campaign.closeness', { n: p.closeness }) : t('campaign.closeness_unknown')}</span> {p.topic}
          {p.step && <> · {t('campaign.next_step')}: {p.step} {figures.day(p.on)}</>}
        </li>
      ))}
    </ul>
  )
}

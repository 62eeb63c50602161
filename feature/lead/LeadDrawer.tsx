import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { LeadForm } from './LeadForm'
import { type Page, type Turning, useLead } from './server'
import { Stand } from './Stand'
import { TurnForm } from './TurnForm'

/** LeadDrawer is one lead: what is known, what its score is made of, what happened, and where it may go. */
export function LeadDrawer({ lead, onDone }: { lead: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useLead(lead)
  return (
    <Drawer open title={data?.name ?? t('lead.lead')} onClose={onDone} size={460}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : <One page={data} />}
    </Drawer>
  )
}

function One({ page }: { page: Page }) {
  const { t } = useTranslation()
  const { sum } = useFigures()
  const [editing, edit] = useState(false)
  const [turning, turn] = useState<Turning['to']>()
  return (
    <div className="lead-page">
      <p><Stand row={page} /> {page.reason} {page.wake && t('lead.wake_on', { on: page.wake })}</p>
      {page.deal && <p><Link to="/opportunities/$id" params={{ id: page.deal } as never}>{t('lead.of_deal', { name: page.deal_name ?? page.name })}</Link></p>}
      {page.need && <p>{page.need}</p>}
      <p className="third">{[page.city, page.industry, page.speaks_to, t(`account.source_${page.source}`), page.source_detail, page.amount === null ? '' : sum(page.amount)].filter(Boolean).join(' · ')}</p>
      <h3>{t('lead.score')} {page.score}</h3>
      <ul>{page.parts.map((p) => <li key={p.sign} className={p.points ? '' : 'third'}>{p.points ? '✓' : '○'} {t(`lead.sign_${p.sign}`)}<span className="number">{t('lead.score_says', { points: p.points, of: p.of })}</span></li>)}</ul>
      {page.may && <div className="lead-ways">
        {page.ways.map((to) => <Button key={to} size="small" type={to === 'deal' ? 'primary' : 'default'} onClick={() => turn(to as Turning['to'])}>{t(`lead.to_${to}`)}</Button>)}
        <Button size="small" type="link" onClick={() => edit(true)}>{t('lead.edit')}</Button>
      </div>}
      <History page={page} />
      {editing && <LeadForm old={page} onDone={() => edit(false)} />}
      {turning && <TurnForm lead={page} to={turning} onDone={() => turn(undefined)} />}
    </div>
  )
}

function History({ page }: { page: Page }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  return (
    <>
      <h3>{t('lead.history')}</h3>
      <ul>
        {page.moves.map((m) => <li key={m.id}>{m.on} {t(`lead.state_${m.is}`)}{m.reason && ` · ${m.reason}`}<span className="third number">{name(m.by)}</span></li>)}
        <li className="third">{t('lead.made', { on: page.made })}<span className="number">{page.ours}</span></li>
      </ul>
    </>
  )
}

import './card.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { Lift } from './Lift'
import { LevelChip } from './LevelChip'
import { type Card, type Sheet, useBack, useRenew, useSheet } from './server'
import { UseCard } from './UseCard'

/** AccountCard shows the card of an account: what it gives, what of it was used, and what the next one asks for. */
export default function AccountCard({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  const [noting, note] = useState(false)
  const renew = useRenew(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Waiting rows={4} />
  const { card } = sheet
  return (
    <Panel title={t('card.panel')} subtitle={t('card.panel_says')} extra={<>
      {sheet.renew && <Button size="small" loading={renew.isPending} onClick={() => renew.mutate()}>{t('card.renew')}</Button>}
      {sheet.may && <Button size="small" onClick={() => note(true)}>{t('card.use')}</Button>}
    </>}>
      <Fault error={renew.error} />
      {card ? <Gives sheet={sheet} card={card} /> : <p>{t('card.none_held')} <span className="third">{t('card.none_says')}</span></p>}
      {card && <Uses sheet={sheet} />}
      <Lift sheet={sheet} />
      <Past sheet={sheet} />
      <p className="third card-basic">{t('card.basic')}</p>
      {noting && card && <UseCard account={account} card={card} today={sheet.today} onDone={() => note(false)} />}
    </Panel>
  )
}

/** Gives is what the card gives: what there is in every case, and what is counted. */
function Gives({ sheet, card }: { sheet: Sheet; card: Card }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const counted = [[t('card.events'), card.events, card.events_used], [t('card.seats'), card.seats, card.seats_used]] as const
  return (
    <>
      <p className="card-line"><LevelChip level={card.level} /> <span>{t('card.valid', { from: card.from, until: card.until })}</span>
        {sheet.next && <span className="third">{t('card.renewed_from', { from: sheet.next.from, until: sheet.next.until })}</span>}</p>
      <dl className="card-gives">
        <div><dt>{t('card.response')}</dt><dd>{t('card.hours', { hours: figures.count(card.response) })}</dd></div>
        <div><dt>{t('card.dedicated')}</dt><dd>{t(card.dedicated ? 'card.yes' : 'card.no')}</dd></div>
        <div><dt>{t('card.credit')}</dt><dd>× {card.credit}</dd></div>
        {counted.map(([name, all, used]) => (
          <div key={name}><dt>{name}</dt><dd>{t('card.left_of', { left: figures.count(all - used), all: figures.count(all) })}<i className="share"><i style={{ width: `${all ? (100 * used) / all : 0}%` }} /></i></dd></div>
        ))}
      </dl>
    </>
  )
}

function Uses({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const back = useBack()
  return (
    <>
      <h3 className="card-head">{t('card.uses')}</h3>
      <Fault error={back.error} />
      {sheet.uses.length === 0 ? <p className="third">{t('card.no_uses')}</p> : (
        <ul className="notes">
          {sheet.uses.map((u) => (
            <li key={u.id}>
              <span className={u.back ? 'third' : undefined}>{u.note}<small>{[u.on, name(u.by), u.back && t('card.is_back', { day: u.back })].filter(Boolean).join(' · ')}</small></span>
              <span>{u.back ? <s>{t(`card.${u.benefit}`)} {u.number}</s> : <>{t(`card.${u.benefit}`)} <b className="number">{u.number}</b></>}
                {sheet.may && !u.back && <Button size="small" type="link" aria-label={`${t('card.back')} ${u.note}`} loading={back.isPending && back.variables === u.id} onClick={() => back.mutate(u.id)}>{t('card.back')}</Button>}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Past({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  if (sheet.past.length === 0) return null
  return (
    <>
      <h3 className="card-head">{t('card.past')}</h3>
      <ul className="notes">
        {sheet.past.map((c) => <li key={c.id}><span>{t('card.past_line', { from: c.from, until: c.ended || c.until })}</span><LevelChip level={c.level} /></li>)}
      </ul>
    </>
  )
}

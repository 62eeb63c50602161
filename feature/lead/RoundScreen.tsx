import './lead.css'
import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Round, type Step, useRound, useWalk, useWishes, type Wish } from './server'
import { TouchForm, WishForm } from './WishForms'

/** RoundScreen is the way of a quarter: seven steps, who comes first, what that will bring, and who is still missing. */
export default function RoundScreen() {
  const { t } = useTranslation()
  const { data, error, refetch } = useRound()
  return (
    <div className="stack">
      <PageHead title={t('lead.round')} note={data ? t('lead.quarter', { year: Math.floor(data.quarter / 4), quarter: (data.quarter % 4) + 1 }) : t('lead.round_says')}><Link to="/leads">{t('lead.to_list')}</Link></PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={8} /> : <div className="lead-round">
        <Panel title={t('lead.round')} subtitle={t('lead.round_says')}><ol className="lead-steps">{data.steps.map((s) => <One key={`${s.step}${s.version}`} step={s} round={data} />)}</ol></Panel>
        <Wishes />
      </div>}
    </div>
  )
}

function One({ step, round }: { step: Step; round: Round }) {
  const { t } = useTranslation()
  const walk = useWalk(round.quarter)
  const [note, write] = useState(step.note)
  const send = (done: boolean) => walk.mutate({ step: step.step, version: step.version, note, done })
  return (
    <li>
      <b>{t(`lead.step_${step.step}`)}</b>
      <Checkbox checked={!!step.done} disabled={!round.may} onChange={(e) => send(e.target.checked)} aria-label={`${t(`lead.step_${step.step}`)} ${t('lead.done')}`}>{step.done || t('lead.done')}</Checkbox>
      <Figures step={step.step} round={round} />
      {round.may
        ? <Input.TextArea rows={2} value={note} maxLength={500} aria-label={`${t(`lead.step_${step.step}`)} ${t('lead.note')}`} placeholder={t('lead.note')} onChange={(e) => write(e.target.value)} onBlur={() => note !== step.note && send(!!step.done)} />
        : step.note && <p>{step.note}</p>}
      <Fault error={walk.error} />
    </li>
  )
}

/** Figures is what is known at a step without anybody writing it down. */
function Figures({ step, round }: { step: string; round: Round }) {
  const { t } = useTranslation()
  const { exact, count, decimal } = useFigures(round.currency)
  switch (step) {
    case 'classes':
      return <p className="third">{round.classes.map((c) => `${c.industry || t('lead.of_unknown')} ${count(c.leads)}`).join(' · ')}</p>
    case 'order':
      return <ol className="lead-order">{round.ranked.slice(0, 5).map((r) => <li key={r.id}><Link to="/leads" search={{ lead: r.id } as never}>{r.name}</Link><span className="number">{decimal(r.priority)}</span></li>)}</ol>
    case 'result':
      return <p><b>{exact(round.expected)}</b>{round.unknown > 0 && <span className="third"> {t('lead.expected_says', { unknown: round.unknown })}</span>}</p>
    case 'files':
      return <p className="third">{t('lead.filed', { filed: round.filed })}</p>
    case 'wishes':
      return <p className="third">{t('lead.wishes_left', { count: round.wishes })}</p>
    default:
      return null
  }
}

function Wishes() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch } = useWishes()
  const [editing, edit] = useState<Wish | 'new'>()
  const [touching, touch] = useState<Wish>()
  const add = may('lead:write') && <Button size="small" icon={<PlusOutlined />} onClick={() => edit('new')}>{t('lead.want')}</Button>
  return (
    <Panel title={t('lead.wishes')} subtitle={t('lead.wishes_say')} extra={(data?.length ?? 0) > 0 && add}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : data.length === 0 ? <Empty action={add}>{t('lead.no_wishes')}</Empty> : data.map((w) => (
        <article key={w.id} className="lead-wish">
          <b>{w.name}</b>{w.contacted ? <Link to="/accounts/$id" params={{ id: w.account } as never}>{t('lead.contacted_on', { on: w.contacted })}</Link> : <span className="third">{w.ended ? t('lead.end') : t('lead.review_on', { on: w.review })}</span>}
          <p>{w.why}{w.idea && <span className="third"> · {w.idea}</span>}</p>
          {may('lead:write') && !w.contacted && <>
            <Button size="small" onClick={() => touch(w)} aria-label={`${t('lead.touch')} ${w.name}`}>{t('lead.touch')}</Button>
            <Button size="small" type="link" onClick={() => edit(w)} aria-label={`${t('lead.edit')} ${w.name}`}>{t('lead.edit')}</Button>
          </>}
        </article>
      ))}
      {editing && <WishForm old={editing === 'new' ? undefined : editing} onDone={() => edit(undefined)} />}
      {touching && <TouchForm wish={touching} onDone={() => touch(undefined)} />}
    </Panel>
  )
}

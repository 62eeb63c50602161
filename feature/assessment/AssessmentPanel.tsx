import './assessment.css'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { ExceptForm } from './ExceptForm'
import { Gate } from './Gate'
import { HistoryTable } from './HistoryTable'
import { type Page, useEvidence, usePage } from './server'
import { SheetForm } from './SheetForm'
import { asked, short, useNames } from './words'

/** AssessmentPanel is the check of a deal: four gates, each with its answers, and what they say together. */
export default function AssessmentPanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const [card, choose] = useState<string>()
  const { data: page, error, refetch } = usePage(deal.id, card)
  const { data: evidence } = useEvidence(deal.id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!page) return <Panel title={t('assessment.panel')}><Waiting rows={8} /></Panel>
  const warned = new Map(evidence?.rows.filter((r) => r.warns).map((r) => [r.question, r.rating ?? 0]))
  return (
    <section className="assessment" aria-label={t('assessment.panel')}>
      <Head page={page} onCard={choose} />
      <div className="gates">{page.card.areas.map((area, i) => asked(page, area).length > 0 && <Gate key={area.key} page={page} area={area} place={i + 1} warned={warned} />)}</div>
    </section>
  )
}

function Head({ page, onCard }: { page: Page; onCard: (card: string) => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const names = useNames()
  const [form, open] = useState<'judge' | 'again' | 'except' | 'history'>()
  const ours = page.sides[0]!
  const judged = ours.version > 0
  const blanks = page.card.areas.flatMap((area) => asked(page, area)).filter((q) => !ours.answers.some((a) => a.question === q.key && (a.rating != null) && !a.unknown)).length
  const close = () => open(undefined)
  return (
    <header className="assessment-head">
      <h2>{t('assessment.panel')}</h2>
      {judged
        ? <><StateChip state={page.follows ? 'ok' : ours.verdict === 'abandon' ? 'blocked' : 'ask'}>{t(`assessment.verdict_${ours.verdict}`)}</StateChip>
          <span className="third">{t('assessment.overall')} <b>{short(ours.outcome.overall)}</b> · {t('assessment.round', { round: ours.round, on: ours.on, by: ours.by })}</span></>
        : <span className="third">{t('assessment.none')}</span>}
      <span className="assessment-buttons">
        <Select size="small" aria-label={t('assessment.card')} value={page.card.key} onChange={onCard} popupMatchSelectWidth={false} options={page.cards.map((c) => ({ value: c.key, label: names.card(c) }))} />
        {judged && <Button size="small" onClick={() => open('history')}>{t('assessment.history')}</Button>}
        {judged && may('assessment:export') && <Button size="small" href={`/api/opportunities/${page.deal}/assessment/export?card=${page.card.key}`}>{t('assessment.export')}</Button>}
        {page.ask && judged && !page.follows && ours.verdict !== 'incomplete' && page.exception?.state !== 'waiting' && page.card.key !== 'complex' && <Button size="small" onClick={() => open('except')}>{t('assessment.except')}</Button>}
        {page.may && judged && <Button size="small" onClick={() => open('again')}>{t('assessment.again')}</Button>}
        {page.may && (!judged || blanks > 0) && <Button size="small" type="primary" onClick={() => open('judge')}>{judged ? t('assessment.answer_more', { count: blanks }) : t('assessment.judge')}</Button>}
      </span>
      <Remarks page={page} />
      {(form === 'judge' || form === 'again') && <SheetForm page={page} again={form === 'again'} onDone={close} />}
      {form === 'except' && <ExceptForm page={page} onDone={close} />}
      {form === 'history' && <HistoryTable page={page} onDone={close} />}
    </header>
  )
}

/** Remarks are what one has to know beside the scores. */
function Remarks({ page }: { page: Page }) {
  const { t } = useTranslation()
  const e = page.exception
  return (
    <>
      {page.due && page.sides[0]!.version > 0 && <p className="assessment-note">{t('assessment.due')}</p>}
      {page.quick && page.card.key === 'four' && <p className="assessment-note calm">{t('assessment.quick_hint')}</p>}
      {e && <p className="assessment-note">{t(`assessment.exception_${e.state}`, { reason: e.reason, until: e.until })}</p>}
    </>
  )
}

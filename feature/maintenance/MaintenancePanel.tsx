import './maintenance.css'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMode } from '../../ui/mode'
import { QualityPanel } from './QualityPanel'
import { radar } from './radar'
import { RecordForm } from './RecordForm'
import { type Done, type Sheet, useSheet } from './server'

/** MaintenancePanel is how one account is looked after: five forms, what it took, what it has brought. */
export default function MaintenancePanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return sheet ? <Shown sheet={sheet} /> : <Panel title={t('maintenance.panel')}><Waiting rows={4} /></Panel>
}

function Shown({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  return (
    <div className="maintenance-account">
      <div className="maintenance-columns">
        <Shape sheet={sheet} />
        <QualityPanel sheet={sheet} />
      </div>
      <Activities sheet={sheet} />
      <span className="unseen">{t('maintenance.question')}</span>
    </div>
  )
}

/** Judgement is whether enough is done, and why. */
function Judgement({ sheet: { judged, why, today } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const chip = <StateChip state={!judged.met ? 'blocked' : judged.single ? 'ask' : 'ok'}>{t('maintenance.coverage_says', { used: judged.used, wanted: judged.wanted })}</StateChip>
  return <Why label={t('maintenance.coverage')} chip={chip}>{() => <Reasoned why={why} stand={today} />}</Why>
}

function Shape({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [mode] = useMode()
  const figures = useFigures(sheet.currency)
  const names = sheet.forms.map((f) => t(`maintenance.form_${f.form}`)).join('\n')
  const counts = sheet.forms.map((f) => f.count).join(' ')
  const drawing = useMemo(() => radar(counts.split(' ').map(Number), names.split('\n'), mode), [counts, names, mode])
  const table = () => ({ columns: [t('maintenance.form'), t('maintenance.count'), t('maintenance.spend'), t('maintenance.last')], rows: sheet.forms.map((f) => [t(`maintenance.form_${f.form}`), f.count, f.spend / 100, f.last ?? '']) })
  const { judged } = sheet
  const notes = [!judged.met && judged.missing.length > 0 && t('maintenance.missing', { forms: judged.missing.map((f) => t(`maintenance.form_${f}`)).join('、') }), judged.single && `${t('maintenance.single')}: ${t('maintenance.largest')} ${figures.share(judged.largest)}`].filter(Boolean).join(' · ')
  return (
    <ChartPanel title={t('maintenance.panel')} subtitle={`${t('maintenance.year_spend', { months: sheet.months })} ${figures.sum(sheet.spend)} ${figures.unit}`} extra={<Judgement sheet={sheet} />} sheet={table} drawing={drawing} height={230} note={notes}
      label={sheet.forms.map((f) => `${t(`maintenance.form_${f.form}`)} ${f.count}`).join(', ')} />
  )
}

function Activities({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [form, open] = useState<{ now?: Done }>()
  return (
    <Panel title={t('maintenance.activities')} extra={sheet.may && <Button size="small" onClick={() => open({})}>{t('maintenance.add')}</Button>}>
      {sheet.activities.length ? <ul className="maintenance-list">{sheet.activities.map((a) => <Line key={a.id} one={a} sheet={sheet} onEdit={() => open({ now: a })} />)}</ul> : <Empty>{t('maintenance.no_activities')}</Empty>}
      {form && <RecordForm sheet={sheet} now={form.now} onDone={() => open(undefined)} />}
    </Panel>
  )
}

function Line({ one: a, sheet, onEdit }: { one: Done; sheet: Sheet; onEdit: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(sheet.currency)
  const who = a.people.map((id) => sheet.people.find((p) => p.id === id)?.name).filter(Boolean).join('、')
  const effect = a.planned ? t('maintenance.planned') : a.early ? t('maintenance.early') : a.effect === undefined ? missing : `${a.effect > 0 ? '+' : ''}${figures.decimal(a.effect)}`
  return (
    <li>
      <span className="number">{a.on}</span>
      <span><PlainChip>{t(`maintenance.form_${a.form}`)}</PlainChip> {a.title}<small className="third">{[who, a.reached > 0 && `${t('maintenance.reached')} ${a.reached}`, a.spend > 0 && `${figures.sum(a.spend)} ${figures.unit}`, a.remark, a.by].filter(Boolean).join(' · ')}</small></span>
      <span className="number" title={t('maintenance.effect')}><small className="third">{t('maintenance.effect')}</small> {effect}</span>
      {sheet.may ? <Button size="small" type="text" onClick={onEdit}><span aria-hidden="true">{t('maintenance.edit')}</span><span className="unseen">{t('maintenance.edit')} {a.title}</span></Button> : <i />}
    </li>
  )
}

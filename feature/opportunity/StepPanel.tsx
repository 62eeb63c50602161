import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateShape } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { type Mark, type Sheet, useMiss, useReach } from './server'
import { useSaid } from './words'

/** StepPanel is what has to be done: the next step, and the milestones of the process. */
export function StepPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { day } = useFigures()
  const { deal: d } = sheet
  const steps = sheet.steps.filter((s) => s.milestones.length > 0)
  return (
    <Panel title={t('opportunity.next')} subtitle={said(sheet)}>
      <p className="opportunity-next">{d.next_step ? <><b>{d.next_step}</b> <span className={d.late ? 'opportunity-late' : 'third'}>{day(d.next_on)}</span></> : <span className="third">{t('opportunity.no_next')}</span>}</p>
      {steps.length === 0 ? <Empty>{t('opportunity.no_milestones')}</Empty> : (
        <ul className="opportunity-marks">
          {steps.flatMap((s) => s.milestones.map((m) => <One key={`${m.key}${d.version}`} mark={m} stage={said(s)} sheet={sheet} />))}
        </ul>
      )}
    </Panel>
  )
}

function One({ mark: m, stage, sheet }: { mark: Mark; stage: string; sheet: Sheet }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { day } = useFigures()
  const [writing, write] = useState(false)
  const [evidence, say] = useState('')
  const reach = useReach(sheet.deal, m.key)
  const miss = useMiss(sheet.deal, m.key)
  const may = sheet.may && (sheet.deal.state === 'open' || sheet.deal.state === 'nurture')
  return (
    <li>
      <StateShape state={m.reached ? 'ok' : m.mandatory ? 'ask' : 'info'} />
      <span>
        <b>{said(m)}</b> {m.mandatory && <PlainChip outlined>{t('opportunity.mandatory')}</PlainChip>} <small className="third">{stage}</small>
        {m.reached && <small className="third opportunity-evidence">{day(m.reached.on)} {m.reached.evidence} {m.reached.by}</small>}
        {writing && !m.reached && (
          <span className="opportunity-write">
            <Input autoFocus size="small" maxLength={1000} aria-label={`${t('opportunity.evidence')} ${said(m)}`} placeholder={t('opportunity.evidence_hint')} value={evidence} onChange={(e) => say(e.target.value)} onPressEnter={() => reach.mutate(evidence)} />
            <Button size="small" type="primary" loading={reach.isPending} disabled={evidence.trim().length < 2} onClick={() => reach.mutate(evidence)}>{t('opportunity.save')}</Button>
          </span>
        )}
        <Fault error={reach.error ?? miss.error} />
      </span>
      {may && !m.reached && !writing && <Button size="small" type="link" aria-label={`${t('opportunity.reach')} ${said(m)}`} onClick={() => write(true)}>{t('opportunity.reach')}</Button>}
      {may && m.reached && (
        <Popconfirm title={t('opportunity.miss_sure')} okText={t('opportunity.miss')} cancelText={t('opportunity.cancel')} onConfirm={() => miss.mutate()}>
          <Button size="small" type="link" aria-label={`${t('opportunity.miss')} ${said(m)}`}>{t('opportunity.miss')}</Button>
        </Popconfirm>
      )}
    </li>
  )
}

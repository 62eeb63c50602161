import { EllipsisOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Slot } from '../../ui/Slot'
import { CloseForm } from './CloseForm'
import { DateForm } from './DateForm'
import { DealForm } from './DealForm'
import { NurtureForm, ReopenForm } from './TurnForms'
import type { Sheet } from './server'

type Doing = 'change' | 'won' | 'lost' | 'nurture' | 'reopen' | 'date'

/** DealHead says what a deal is, what it is worth, whose it is and when it is expected. */
export function DealHead({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [doing, act] = useState<Doing>()
  const { deal: d } = sheet
  const done = () => act(undefined)
  const live = d.state === 'open' || d.state === 'nurture'
  const others: Doing[] = live ? ['change', 'date', 'nurture', 'lost'] : ['reopen']
  if (d.state === 'nurture') others.push('reopen')
  return (
    <header className="opportunity-head">
      <div className="opportunity-title">
        <h1>{d.name} <small className="third">{d.code}</small></h1>
        <p>
          {d.state !== 'open' && <State sheet={sheet} />}
          {d.account ? <Link to="/accounts/$id" params={{ id: d.account } as never}>{d.customer}</Link> : <span className="third">{t('opportunity.no_account')}</span>}
          <span className="third">{[d.purchase && t(`opportunity.purchase_${d.purchase}`), t(`opportunity.category_${d.category}`), sheet.contact].filter(Boolean).join(' · ')}</span>
          {d.account && <Link className="opportunity-map" to="/accounts/$id" params={{ id: d.account } as never} search={{ tab: 'contact.relations', subject: d.id } as never}>{t('opportunity.who_matters')}</Link>}
        </p>
      </div>
      <dl className="opportunity-figures">
        <Worth sheet={sheet} />
        <Slot name="opportunity.head" deal={d} />
        <div><dt>{t('opportunity.owner')}</dt><dd>{d.owner_name || '—'}</dd></div>
        <Expected sheet={sheet} />
      </dl>
      {sheet.may && (
        <span className="opportunity-acts">
          {live && <Button type="primary" onClick={() => act('won')}>{t('opportunity.do_won')}</Button>}
          <Dropdown trigger={['click']} menu={{ items: others.map((what) => ({ key: what, label: t(`opportunity.do_${what}`) })), onClick: ({ key }) => act(key as Doing) }}>
            <Button icon={<EllipsisOutlined />} aria-label={t('opportunity.do')} />
          </Dropdown>
        </span>
      )}
      {doing === 'change' && <DealForm old={d} summed={sheet.lines.length > 0} onDone={done} />}
      {(doing === 'won' || doing === 'lost') && <CloseForm sheet={sheet} state={doing} onDone={done} />}
      {doing === 'nurture' && <NurtureForm deal={d} onDone={done} />}
      {doing === 'reopen' && <ReopenForm deal={d} onDone={done} />}
      {doing === 'date' && <DateForm deal={d} onDone={done} />}
    </header>
  )
}

/** State says how a deal ended, or until when it waits. */
function State({ sheet: { deal: d, winner } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  if (d.state === 'nurture') return <PlainChip outlined>{t('opportunity.until', { on: d.wake })}</PlainChip>
  return (
    <>
      <StateChip state={d.state === 'won' ? 'ok' : 'blocked'}>{t(`opportunity.state_${d.state}`)}</StateChip>
      <span>{[d.closed, d.reason && t(`opportunity.reason_${d.reason}`), winner].filter(Boolean).join(' · ')}</span>
    </>
  )
}

/** Worth is the amount × the percentage of its step. */
function Worth({ sheet: { deal: d, unrated } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { sum, unit, exact } = useFigures()
  const own = { amount: exact(d.original_minor), currency: d.currency }
  return (
    <div>
      <dt>{t('opportunity.worth', { percent: d.percent })}</dt>
      <dd>{d.amount_minor == null ? <b>—</b> : <><b>{sum(d.amount_minor)}</b> {unit} × {d.percent}% = {sum(d.weighted_minor)}</>}</dd>
      {d.currency && d.original_minor != null && <dd className={`opportunity-original ${unrated ? 'opportunity-late' : 'third'}`}>{t(unrated ? 'opportunity.unrated' : 'opportunity.original', own)}</dd>}
    </div>
  )
}

/** Expected is the day of the order, behind those that were said before. */
function Expected({ sheet: { deal: d, slips } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  const past = slips.flatMap((s) => (s.was && s.was !== d.expected ? [s.was] : []))
  const days = d.expected && d.first_expected ? Math.round((Date.parse(d.expected) - Date.parse(d.first_expected)) / 86_400_000) : 0
  return (
    <div>
      <dt>{t('opportunity.expected')} {d.slips > 0 && <span className="opportunity-late">{t('opportunity.slipped_days', { count: d.slips, days: Math.max(days, 0) })}</span>}</dt>
      <dd>{past.slice(-3).map((on, i) => <s key={`${on}${i}`} className="third">{day(on)} </s>)}<b className={d.passed ? 'opportunity-late' : undefined}>{day(d.expected)}</b></dd>
    </div>
  )
}

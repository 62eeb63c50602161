import './strategy.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { ChooseForm } from './ChooseForm'
import { FactsForm } from './FactsForm'
import { Ladder } from './Ladder'
import { type Card, useCard, useChoose } from './server'

/** StrategyPanel is the strategy that fits, rule by rule, and the one that was chosen. */
export default function StrategyPanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const { data: card, error, refetch } = useCard(deal.id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return card ? <Advice card={card} /> : <Panel title={t('strategy.panel')}><Waiting rows={6} /></Panel>
}

function Advice({ card }: { card: Card }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [form, open] = useState<'facts' | 'choose'>()
  const way = t(`strategy.way_${card.advice.strategy}`)
  const table = () => ({ columns: [t('strategy.strategy'), t('strategy.advised')], rows: card.advice.trail.map((s) => [t(`strategy.way_${s.strategy}`), t(`strategy.met_${s.met}`)]) })
  return (
    <Panel title={t('strategy.panel')} subtitle={t('strategy.panel_note')} sheet={table}
      extra={card.write && card.live ? <Button size="small" onClick={() => open('facts')}>{t('strategy.answers')}</Button> : undefined}
      note={card.advice.hopeless ? t('strategy.hopeless') : undefined}>
      <div className="strategy-advice">
        <Why label={way} chip={<b>{way}</b>}>{() => <Reasoned why={card.why} stand={card.as_of} />}</Why>
        <p>{t(`strategy.says_${card.advice.strategy}`)}{card.case.ratio != null && <small className="third">{t('strategy.ratio')} {figures.decimal(card.case.ratio, 2)} · {t(`strategy.source_${card.source}`, { best: card.best })}</small>}</p>
      </div>
      <Ladder card={card} />
      <Chosen card={card} onOther={() => open('choose')} />
      {form === 'facts' && <FactsForm card={card} onDone={() => open(undefined)} />}
      {form === 'choose' && <ChooseForm card={card} onDone={() => open(undefined)} />}
    </Panel>
  )
}

function Chosen({ card, onOther }: { card: Card; onOther: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const choose = useChoose(card)
  const { chosen, advice } = card
  const record = card.records.find((r) => r.strategy === (chosen.strategy || advice.strategy))
  const settled = chosen.number > 0 && chosen.strategy === advice.strategy
  return (
    <>
      {chosen.number > 0 && (
        <p className="strategy-chosen">
          <b>{t('strategy.accepted', { way: t(`strategy.way_${chosen.strategy}`) })}</b> <span className="third">{t('strategy.chosen_by', { by: chosen.by, on: figures.day(chosen.on) })}</span>
          {chosen.reason && <span>{t('strategy.reason')}: {chosen.reason}</span>}
        </p>
      )}
      <div className="strategy-foot">
        {card.write && card.live && (
          <>
            {!settled && <Button type={chosen.number ? 'default' : 'primary'} loading={choose.isPending} onClick={() => choose.mutate({ strategy: advice.strategy })}>{t('strategy.accept', { way: t(`strategy.way_${advice.strategy}`) })}</Button>}
            <Button onClick={onOther}>{t('strategy.change')}</Button>
          </>
        )}
        <i className="grow" />
        {record && record.share.of > 0 && <span className="third">{t('strategy.record', { way: t(`strategy.way_${record.strategy}`), won: record.share.won, of: record.share.of })}</span>}
      </div>
      <Fault error={choose.error} />
    </>
  )
}

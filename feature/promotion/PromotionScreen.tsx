import './promotion.css'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { OutcomePanel } from './OutcomePanel'
import { PlanForm } from './PlanForm'
import { type Sheet, usePromotion, useTurn, useWay } from './server'
import { Standing } from './Standing'

/** PromotionScreen is one promotion: its six answers, what it brought, and how sure that is. */
export default function PromotionScreen() {
  const { promotion: id = '' } = useParams({ strict: false }) as { promotion?: string }
  const { data, error, refetch } = usePromotion(id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={10} />
  return <One sheet={data} />
}

function One({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact, share } = useFigures(sheet.currency)
  const way = useWay(sheet.methods)
  const [doing, set] = useState<'plan' | 'evaluated' | 'cancelled'>()
  const answers: [string, string][] = [
    ['background', sheet.background], ['when', `${sheet.from} – ${sheet.until}`], ['products', sheet.products.join(', ') || t('promotion.all_products')], ['place', sheet.place],
    ['audience', sheet.audience], ['amount', `${exact(sheet.amount)} ${sheet.currency} · ${t(`promotion.by_${sheet.budget.way}`)}`], ['ways', sheet.ways.map(way).join(' · ')], ['tools', sheet.tools.join(' · ') || '—'],
    ...(sheet.lesson ? [['lesson', sheet.lesson] as [string, string]] : []),
  ]
  return (
    <div className="stack">
      <PageHead title={sheet.name} note={<><Link to="/accounts/$id" params={{ id: sheet.account } as never}>{sheet.whom}</Link> · {sheet.ours}</>}>
        <Standing of={sheet} />
        {sheet.may && <div className="promotion-acts">
          <Button onClick={() => set('plan')}>{t('promotion.change')}</Button>
          <Button onClick={() => set('cancelled')}>{t('promotion.call_off')}</Button>
          <Button type="primary" onClick={() => set('evaluated')}>{t('promotion.evaluate')}</Button>
        </div>}
      </PageHead>
      {sheet.others.length > 0 && <Alert type="warning" showIcon title={t('promotion.collides_with', { names: sheet.others.map((o) => `${o.name} ${o.from}`).join('、') })} />}
      <KeyFigures figures={[
        { title: t('promotion.amount'), value: exact(sheet.amount), note: sheet.currency },
        { title: t('promotion.granted'), value: exact(sheet.granted) },
        { title: t('promotion.paid'), value: exact(sheet.paid) },
        { title: t('promotion.baseline'), value: exact(sheet.baseline) },
        { title: t('promotion.expected'), value: exact(sheet.expected) },
        ...(sheet.plan ? [{ title: t('promotion.planned_net'), value: exact(sheet.plan.net), note: share(sheet.plan.back) }] : []),
      ]} />
      <div className="promotion-two">
        <Panel title={t('promotion.answers')}><dl className="promotion-answers">{answers.map(([key, value]) => <div key={key} style={{ display: 'contents' }}><dt>{t(`promotion.${key}`)}</dt><dd>{value}</dd></div>)}</dl></Panel>
        <OutcomePanel sheet={sheet} />
      </div>
      {doing === 'plan' && <PlanForm account={sheet.account} methods={sheet.methods} currency={sheet.currency} old={sheet} onDone={() => set(undefined)} />}
      {(doing === 'evaluated' || doing === 'cancelled') && <TurnForm sheet={sheet} becomes={doing} onDone={() => set(undefined)} />}
    </div>
  )
}

function TurnForm({ sheet, becomes, onDone }: { sheet: Sheet; becomes: 'evaluated' | 'cancelled'; onDone: () => void }) {
  const { t } = useTranslation()
  const [lesson, say] = useState('')
  const turn = useTurn(sheet)
  return (
    <Modal open title={t(becomes === 'evaluated' ? 'promotion.evaluate' : 'promotion.call_off')} onCancel={onDone} okText={t('promotion.save')} cancelText={t('promotion.cancel')} confirmLoading={turn.isPending}
      onOk={() => turn.mutate({ state: becomes, lesson }, { onSuccess: onDone })}>
      <div className="promotion-form">
        <label>{t('promotion.lesson')}<Input.TextArea aria-label={t('promotion.lesson')} rows={3} maxLength={500} value={lesson} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={turn.error} />
      </div>
    </Modal>
  )
}

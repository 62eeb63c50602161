import './goal.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { Attainment } from './Attainment'
import { GoalForm } from './GoalForm'
import { type Sheet, useSheet } from './server'
import { WalletForm } from './WalletForm'

/** AccountGoal says what an account buys in all, what of it is ours, what is wanted and how far it is. */
export default function AccountGoal({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return sheet ? <Shown sheet={sheet} /> : <Panel title={t('goal.goal')}><Waiting rows={4} /></Panel>
}

function Shown({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures(sheet.currency)
  const [form, open] = useState<'goal' | 'wallet'>()
  const close = () => open(undefined)
  const { row } = sheet
  const { wallet, goal } = row
  const said = wallet.value !== null && [wallet.quality ? t(`goal.quality_${wallet.quality}`) : t('goal.quality_unsaid'), wallet.by, wallet.on].filter(Boolean).join(' · ')
  return (
    <Panel title={t('goal.goal')} subtitle={sheet.year} note={row.fault && t('goal.rule_fault')}
      extra={<Why label={t('goal.attainment')} chip={<Attainment row={row} />}>{() => <Reasoned why={sheet.why} stand={sheet.as_of} currency={sheet.currency} />}</Why>}>
      <dl className="goal-facts">
        <div><dt>{t('goal.wallet')}</dt><dd><b>{figures.sum(wallet.value)}</b> {wallet.value !== null && figures.unit}{said && <small className="third" title={wallet.evidence}>{said}</small>}
          {wallet.stale && <small className="soon">{t('goal.stale', { date: wallet.expires })}</small>}</dd></div>
        <div><dt>{t('goal.share')}</dt><dd><b>{row.share === null ? missing : figures.share(row.share)}</b></dd></div>
        <div><dt>{t('goal.space')}</dt><dd><b>{figures.sum(row.space)}</b> {row.space !== null && figures.unit}</dd></div>
        <Want sheet={sheet} metric="absolute" said={goal.amount == null ? missing : `${figures.sum(goal.amount)} ${figures.unit}`} />
        <Want sheet={sheet} metric="share" said={goal.share == null ? missing : figures.share(goal.share / 10_000)} />
      </dl>
      {goal.chosen && <p className="third">{t('goal.chosen_says', { metric: t(`goal.value_${goal.chosen}`), reason: goal.reason })}</p>}
      <span className="goal-buttons">
        {may('goal:write') && <Button size="small" onClick={() => open('goal')}>{t(goal.version ? 'goal.change' : 'goal.set')}</Button>}
        {may('portfolio:estimate') && <Button size="small" type="text" onClick={() => open('wallet')}>{t('goal.fill_wallet')}</Button>}
      </span>
      {form === 'goal' && <GoalForm sheet={sheet} onDone={close} />}
      {form === 'wallet' && <WalletForm sheet={sheet} onDone={close} />}
    </Panel>
  )
}

/** Want is one of the two goals; the one that does not count is grey. */
function Want({ sheet: { row }, metric, said }: { sheet: Sheet; metric: Sheet['tier_metric']; said: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const primary = row.primary === metric
  const attained = primary ? row.attainment : row.secondary
  return (
    <div className={primary ? undefined : 'third'}>
      <dt>{t(metric === 'share' ? 'goal.goal_share' : 'goal.goal_amount')}{primary && <small> {t('goal.counts')}</small>}</dt>
      <dd><b>{said}</b>{attained !== null && <small> {t('goal.attained', { share: figures.share(attained) })}</small>}</dd>
    </div>
  )
}

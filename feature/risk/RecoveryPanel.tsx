import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { type Case, useRecovery } from './server'

const states = { recovered: 'ok', downgraded: 'ask', lost: 'blocked' } as const

/** RecoveryPanel is the board of relationships that were broken off: what is done, what was offered, what came of it. */
export function RecoveryPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch } = useRecovery()
  return (
    <Panel title={t('risk.recovery_board')} extra={may('risk:export') && <Button size="small" icon={<DownloadOutlined />} href="/api/risks/recovery/export">{t('risk.export')}</Button>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : data.rows.length ? <ul className="risk-cases">{data.rows.map((c) => <Item key={c.id} one={c} currency={data.currency} />)}</ul> : <Empty>{t('risk.no_interruption')}</Empty>}
    </Panel>
  )
}

function Item({ one: c, currency }: { one: Case; currency: string }) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  const { name } = usePeople()
  return (
    <li>
      <header>
        <Link to="/accounts/$id" params={{ id: c.account } as never} search={{ tab: 'development.tab' } as never}>{c.name}</Link>
        {c.result ? <StateChip state={states[c.result]}>{t(`risk.result_${c.result}`)}</StateChip> : <StateChip state="blocked">{t('risk.result_pending')}</StateChip>}
        <PlainChip>{t(`risk.cause_${c.cause}`)}</PlainChip>
        {c.late && <StateChip state="ask">{t('risk.plan_late')}</StateChip>}
        <small className="third">{c.opened}{c.closed && ` – ${c.closed}`} · {t(c.closed ? 'risk.days_of' : 'risk.days', { days: c.days })}{c.stage_before > 0 && ` · ${t('risk.stage_of', { stage: c.stage_before })}`}</small>
      </header>
      <p>{c.description}</p>
      <p className="second">{t('risk.recovery')}: {c.recovery} <small className="third">{name(c.owner)} · {t('risk.due')} {c.due}</small></p>
      {c.offers.length > 0 && <p className="second">{t('risk.offers')}: {c.offers.map((o) => `${o.measure} (${t(`risk.offer_${o.result || 'pending'}`)})`).join('；')} <small className="third">{t('risk.spent')} {figures.sum(c.spent)} {figures.unit}</small></p>}
      {c.closing && <p className="second">{t('risk.closing')}: {c.closing}</p>}
      <small className="third">{t('risk.sales')} {c.sales === undefined ? missing : `${figures.sum(c.sales)} ${figures.unit}`}{c.result === 'lost' && ` · ${t('risk.result_lost_says')}`}</small>
    </li>
  )
}

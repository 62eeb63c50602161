import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { Nominate } from './Nominate'
import { kindOf, type Nomination, type Proposed, useEnding, useNominations, useWithdraw } from './register'

/** NominationsPanel shows what the management says of an account, until when, and what waits for a second person. */
export function NominationsPanel({ account }: { account: { id: string; name: string } }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useNominations(account.id)
  const open = data?.proposed.filter((p) => p.state === 'proposed') ?? []
  return (
    <Panel title={t('portfolio.nominations')} extra={<Nominate account={account} />}>
      <Fault error={error} onRetry={() => void refetch()} />
      {data && data.approved.length + open.length === 0 && <Empty>{t('portfolio.nobody_nominated')}</Empty>}
      <ul className="notes">
        {open.map((p) => <Open key={p.id} proposal={p} />)}
        {data?.approved.map((n) => <Approved key={n.id} nomination={n} today={data.today} />)}
      </ul>
    </Panel>
  )
}

/** Open is a nomination that waits for a second person. */
export function Open({ proposal: p }: { proposal: Proposed }) {
  const { t } = useTranslation()
  const { time } = useFigures()
  const people = usePeople()
  const withdraw = useWithdraw()
  return (
    <li>
      <span>
        {t(`portfolio.nominated_${kindOf(p)}`)} <StateChip state="ask">{t('portfolio.waits')}</StateChip>
        <small>{t('portfolio.proposed_by', { name: people.name(p.by), at: time(new Date(p.at / 1000).toISOString()) })}</small>
        <small>{p.reason}{p.evidence && ` · ${p.evidence}`}</small>
        <Fault error={withdraw.error} />
      </span>
      <span className="note-ways">
        {p.may.withdraw && <Popconfirm title={t('portfolio.withdraw_ask')} okText={t('portfolio.withdraw')} onConfirm={() => withdraw.mutate(p)}><Button size="small" loading={withdraw.isPending}>{t('portfolio.withdraw')}</Button></Popconfirm>}
        {p.may.decide && <Link to={'/approvals' as never}>{t('portfolio.decide')}</Link>}
      </span>
    </li>
  )
}

function Approved({ nomination: n, today }: { nomination: Nomination; today: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const ending = useEnding()
  const holds = n.expires > today
  return (
    <li>
      <span className={holds ? '' : 'third'}>
        {t(`portfolio.nominated_${n.kind}`)} {holds ? <StateChip state="ok">{t('portfolio.counts')}</StateChip> : <StateChip state="info">{t('portfolio.over')}</StateChip>}
        <small>{t('portfolio.approved_by', { proposer: n.proposed_by, approver: n.approved_by, until: n.expires })}</small>
        <small>{n.reason}{n.evidence && ` · ${n.evidence}`}</small>
        <Fault error={ending.error} />
      </span>
      {holds && may('portfolio:approve') && <Popconfirm title={t('portfolio.end_ask')} okText={t('portfolio.end')} onConfirm={() => ending.mutate(n)}><Button size="small" loading={ending.isPending}>{t('portfolio.end')}</Button></Popconfirm>}
    </li>
  )
}

import './worth.css'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Waterfall } from '../../ui/kit/Waterfall'
import { useMay } from '../../ui/me'
import { CostsPanel } from './CostsPanel'
import { stepsOf, unknown } from './steps'

type Balance = Reply<'/api/accounts/{account}/contribution'>

/** ContributionTab goes from the sales of an account to what is left of them, and lists what was put into it. */
export default function ContributionTab({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['worth', 'contribution', account],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/contribution', { params: { path: { account } } })),
  })
  return (
    <div className="worth">
      {error ? <Fault error={error} onRetry={() => void refetch()} /> : data ? <Left account={account} balance={data} /> : <Panel title={t('worth.contribution')}><Waiting rows={8} /></Panel>}
      <CostsPanel account={account} />
    </div>
  )
}

function Left({ account, balance }: { account: string; balance: Balance }) {
  const { t } = useTranslation()
  const figures = useFigures(balance.currency)
  const steps = stepsOf(balance.parts, figures, t)
  const lacking = unknown(balance.parts)
  const sheet = () => ({
    columns: [t('worth.step'), t('worth.hours'), t('worth.amount')],
    rows: balance.parts.map((p) => [t(`worth.part_${p.name}`), p.hours === undefined ? '' : p.hours / 1e6, p.amount === null ? t('worth.no_data') : p.amount / 100]),
  })
  const said = t('worth.contribution_say', { unit: figures.unit, since: balance.since, until: balance.until })
  return (
    <Panel title={t('worth.contribution')} subtitle={said} sheet={sheet} extra={<Export account={account} />}
      note={lacking.length > 0 && (lacking.includes('gross') ? t('worth.unknown_gross') : t('worth.missing', { parts: lacking.map((name) => t(`worth.part_${name}`)).join(' · ') }))}>
      <Stand balance={balance} figures={figures} />
      {steps.length > 1 || steps.some((s) => s.amount !== 0) ? <Waterfall steps={steps} label={`${t('worth.contribution')}, ${said}`} /> : <Empty>{t('worth.nothing')}</Empty>}
    </Panel>
  )
}

/** Stand is the grade of the account, and where it is between input and output. */
function Stand({ balance: { grade, effort }, figures }: { balance: Balance; figures: Figures }) {
  const { t } = useTranslation()
  return (
    <p className="worth-stand">
      {grade && <PlainChip>VAL.{grade} {t(`contribution.${grade}`)}</PlainChip>}
      <PlainChip>{t(`effort.${effort.quadrant}`)}</PlainChip>
      {effort.spent !== null && (
        <span className="second">{t('worth.effort_at', { spent: figures.sum(effort.spent), output: figures.decimal(effort.output), input: figures.decimal(effort.input), roi: effort.roi === null ? missing : figures.decimal(effort.roi) })}</span>
      )}
    </p>
  )
}

function Export({ account }: { account: string }) {
  const { t } = useTranslation()
  if (!useMay()('worth:export')) return null
  return <Button size="small" icon={<DownloadOutlined />} href={`/api/worth/steps/export?${new URLSearchParams({ account })}`}>{t('worth.export')}</Button>
}

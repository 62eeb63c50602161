import './worth.css'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { AccountMovement } from './AccountMovement'
import { CostsPanel } from './CostsPanel'
import { Left } from './Left'

type Balance = Reply<'/api/accounts/{account}/contribution'>

/** ContributionTab goes from the sales of an account to what is left of them, says why that moved, and lists what was put into it. */
export default function ContributionTab({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['worth', 'contribution', account],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/contribution', { params: { path: { account } } })),
  })
  return (
    <div className="worth">
      <div className="worth-column">
        {error ? <Fault error={error} onRetry={() => void refetch()} /> : data ? <OfAccount account={account} balance={data} /> : <Panel title={t('worth.contribution')}><Waiting rows={8} /></Panel>}
        <AccountMovement account={account} />
      </div>
      <CostsPanel account={account} />
    </div>
  )
}

function OfAccount({ account, balance: b }: { account: string; balance: Balance }) {
  const { t } = useTranslation()
  const figures = useFigures(b.currency)
  const { lent } = b
  const notes = [
    lent && t('worth.lent', { rate: figures.share(lent.rate), within: figures.exact(lent.within), overdue: figures.exact(lent.overdue) }),
    b.settled != null && t('worth.settled', { amount: figures.exact(b.settled) }), b.again != null && t('worth.again', { amount: figures.exact(b.again) }),
    b.partly && t('worth.partly_one'), b.aside != null && t('worth.aside', { amount: figures.exact(b.aside) }),
  ].map((note) => note || false)
  return <Left title={t('worth.contribution')} parts={b.parts} since={b.since} until={b.until} figures={figures} notes={notes} stand={<Stand balance={b} figures={figures} />} extra={<Export account={account} />} />
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

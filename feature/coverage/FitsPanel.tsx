import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { ClassChip, TierWord } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { FitChip } from './FitChip'
import { Reasoned } from './Reasoned'
import { type Board, type Fit, type Served, useFits } from './server'
import { hours } from './words'

/** FitsPanel lists the accounts that get more or less than their tier asks for. */
export function FitsPanel({ board }: { board: Board }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const may = useMay()
  const [{ fit }, set] = useAddress<{ fit: Fit }>({ fit: 'over' })
  const pages = useFits(fit)
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const counts = { over: board.over, under: board.under, unknown: board.blank, enough: undefined }
  const options = (['over', 'under', 'enough', 'unknown'] as const).map((value) => ({ value, label: `${t(`coverage.fit_${value}`)} ${counts[value] === undefined ? '' : count(counts[value])}`.trim() }))
  return (
    <Panel title={t('coverage.fits')} subtitle={t('coverage.fits_say', { since: board.since, until: board.until })} stale={pages.isPlaceholderData}
      extra={may('coverage:export') && <Button size="small" icon={<DownloadOutlined />} href={`/api/coverage/export?fit=${fit}`}>{t('coverage.export')}</Button>}>
      <Segmented<Fit> aria-label={t('coverage.which')} value={fit} onChange={(fit) => set({ fit })} options={options} className="coverage-which" />
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {!pages.data ? !pages.error && <Waiting rows={5} /> : rows.length === 0 ? <Empty>{t(`coverage.none_${fit}`)}</Empty> : <Rows rows={rows} until={board.until} />}
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('coverage.more')}</Button>}
    </Panel>
  )
}

function Rows({ rows, until }: { rows: Served[]; until: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const costs = rows.some((r) => r.cost !== undefined)
  return (
    <div className="sheet coverage-rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('coverage.account')}</th><th scope="col">{t('coverage.tier')}</th><th scope="col" className="wide">{t('coverage.class')}</th>
            <th scope="col" className="number">{t('coverage.need')}</th><th scope="col" className="number">{t('coverage.spent')}</th>
            {costs && <th scope="col" className="number wide">{t('coverage.cost')} {figures.unit}</th>}
            <th scope="col">{t('coverage.fit')}</th><th scope="col" className="wide">{t('coverage.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.account}>
              <td><Link to="/accounts/$id" params={{ id: r.account } as never}>{r.name}</Link></td>
              <td>{r.tier && <TierWord tier={r.tier} />}</td>
              <td className="wide">{r.class ? <ClassChip space="ABC" grade={r.class} /> : missing}</td>
              <td className="number">{hours(figures, r.need)}</td>
              <td className="number">{hours(figures, r.spent)}</td>
              {costs && <td className="number wide">{figures.sum(r.cost)}</td>}
              <td><Why label={r.name} chip={<FitChip fit={r.fit} />}>{() => <Reasoned why={r.why} stand={until} />}</Why></td>
              <td className="wide">{name(r.owner)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

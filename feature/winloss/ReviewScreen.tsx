import './winloss.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { GroupsPanel } from './GroupsPanel'
import { LessonsPanel } from './LessonsPanel'
import { ReasonsPanel } from './ReasonsPanel'
import { type By, query, type Review, useReview, ways } from './server'

/** ReviewScreen says where deals are won and lost, how sure that is, and what was learnt. */
export default function ReviewScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [asked, set] = useAddress<{ by: By; from: string; until: string }>({ by: 'product', from: '', until: '' })
  const pages = useReview(asked)
  const [first] = pages.data?.pages ?? []
  const groups = pages.data?.pages.flatMap((p) => p.groups) ?? []
  const address = new URLSearchParams(Object.entries(query(asked)).filter((e): e is [string, string] => Boolean(e[1])))
  return (
    <div className="wide winloss">
      <PageHead title={t('winloss.title')} note={t('winloss.question')}>
        <UnitSwitch />
        <Day label={t('winloss.from')} value={asked.from} onChange={(from) => set({ from })} last={asked.until} />
        <Day label={t('winloss.until')} value={asked.until} onChange={(until) => set({ until })} first={asked.from} />
        {(asked.from || asked.until) && <Button onClick={() => set({ from: '', until: '' })}>{t('winloss.all_time')}</Button>}
        {may('winloss:export') && <Button icon={<DownloadOutlined />} href={`/api/win-loss/export?${address}`}>{t('winloss.export')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {!first ? !pages.error && <Waiting rows={8} /> : first.total.deals === 0 ? <Nothing /> : (
        <>
          <Totals review={first} stale={pages.isPlaceholderData} />
          <GroupsPanel review={first} groups={groups} stale={pages.isPlaceholderData}
            extra={<Select<By> size="small" aria-label={t('winloss.by')} value={asked.by} onChange={(by) => set({ by })} style={{ minWidth: 130 }} options={ways.map((value) => ({ value, label: t(`winloss.by_${value}`) }))} />}
            more={pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('winloss.more')}</Button>} />
          <div className="side-by-side">
            <ReasonsPanel reasons={first.reasons} />
            <LessonsPanel />
          </div>
        </>
      )}
    </div>
  )
}

function Nothing() {
  const { t } = useTranslation()
  const may = useMay()
  return <Empty action={may('import:write') && <Link to={'/data' as never}><Button type="primary">{t('winloss.to_import')}</Button></Link>}>{t('winloss.empty')}</Empty>
}

/** Totals are the figures of all deals that are looked at. */
function Totals({ review: { total, least, currency }, stale }: { review: Review; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  const { rate } = total
  const days = (n: number | null) => (n === null ? missing : figures.decimal(n))
  return (
    <KeyFigures stale={stale} figures={[
      { title: t('winloss.rate'), value: figures.share(rate.mean), note: rate.mean === null ? t('winloss.rate_few', { of: figures.count(rate.of), least }) : `${t('winloss.of', { won: figures.count(rate.won), of: figures.count(rate.of) })} · ${t('winloss.between', { low: figures.share(rate.low), high: figures.share(rate.high) })}` },
      { title: t('winloss.revenue'), value: figures.sum(total.revenue_minor), note: figures.unit },
      { title: t('winloss.average'), value: figures.sum(total.average_minor), note: t('winloss.average_note', { n: figures.count(total.won) }) },
      { title: t('winloss.cycle'), value: days(total.cycle_won), note: t('winloss.cycle_note', { median: days(total.cycle_median), n: figures.count(total.won) }) },
      { title: t('winloss.discount'), value: figures.share(total.discount), note: t('winloss.discount_note', { n: figures.count(total.compared) }) },
      { title: t('winloss.pending'), value: figures.count(total.pending), note: t('winloss.pending_note', { sum: `${figures.sum(total.pending_list_minor)} ${figures.unit}` }) },
    ]} />
  )
}

import './promotion.css'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { PromotionTable } from './PromotionTable'
import { useCalendar } from './server'

/** PromotionsScreen is the calendar of promotions of a year. */
export default function PromotionsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const now = Number(today().slice(0, 4))
  const [{ year }, set] = useAddress({ year: String(now) })
  const { data, error, refetch, isPlaceholderData } = useCalendar({ from: `${year}-01-01`, until: `${year}-12-31` })
  return (
    <div className="stack">
      <PageHead title={t('promotion.promotions')} note={t('promotion.says')}>
        <Select value={year} onChange={(year) => set({ year })} aria-label={t('promotion.year')} options={[now + 1, now, now - 1, now - 2].map((y) => ({ value: String(y), label: String(y) }))} />
        {may('promotion:export') && <Lists of={t('promotion.promotions')} parts={[{ title: t('promotion.promotions'), out: ['csv', 'xlsx'].map((kind) => ({ kind: kind.toUpperCase(), address: `/api/promotions/export?format=${kind}` })) }]} />}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={8} /> : (
        <Panel title={t('promotion.calendar')} subtitle={t('promotion.calendar_says')} stale={isPlaceholderData} note={data.more ? t('promotion.not_all') : undefined}>
          {data.rows.length === 0 ? <Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('promotion.none')}</Empty> : <PromotionTable calendar={data} named />}
        </Panel>
      )}
    </div>
  )
}

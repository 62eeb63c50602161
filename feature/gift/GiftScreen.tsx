import './gift.css'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { GiftTable } from './GiftTable'
import { type Row, useGifts, type Which } from './server'

/** GiftScreen is the register of gifts to all customers in sight. */
export default function GiftScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const thisYear = Number(today().slice(0, 4))
  const [{ year, state }, set] = useAddress<{ year: string; state: '' | Row['state'] }>({ year: String(thisYear), state: '' })
  const which: Which = { year: Number(year) || undefined, state: state || undefined }
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useGifts(which)
  const first = data?.pages[0]
  const { count, exact } = useFigures(first?.currency)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const asked = new URLSearchParams(Object.entries(which).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  return (
    <div className="stack">
      <PageHead title={t('gift.gifts')} note={first && t('gift.limits', { limit: exact(first.limit), yearly: exact(first.yearly), currency: first.currency })}>
        <Select value={year} onChange={(year) => set({ year })} aria-label={t('gift.year')} popupMatchSelectWidth={false} options={[thisYear, thisYear - 1, thisYear - 2, 0].map((y) => ({ value: String(y), label: y ? String(y) : t('gift.every_year') }))} />
        <Select value={state} onChange={(state) => set({ state })} aria-label={t('gift.state')} popupMatchSelectWidth={false} options={(['', 'given', 'waiting', 'refused'] as const).map((value) => ({ value, label: t(value ? `gift.state_${value}` : 'gift.every_state') }))} />
        {may('gift:export') && <Button href={`/api/gifts/export?${asked}`}>{t('gift.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={8} /> : <>
        <KeyFigures stale={isPlaceholderData} figures={[
          { title: t('gift.count'), value: count(first.count) },
          { title: t('gift.sum', { currency: first.currency }), value: exact(first.sum) },
          { title: t('gift.state_waiting'), value: count(first.waiting), onOpen: () => set({ state: 'waiting' }) },
        ]} />
        <Panel title={t('gift.gifts')} subtitle={t('gift.says')} stale={isPlaceholderData}>
          {rows.length === 0 ? <Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('gift.none')}</Empty> : <GiftTable rows={rows} named />}
          {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('gift.more')}</Button>}
        </Panel>
      </>}
    </div>
  )
}

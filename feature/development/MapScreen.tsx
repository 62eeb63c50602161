import './development.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { GridPanel } from './GridPanel'
import { HeatPanel } from './HeatPanel'
import { RowsPanel } from './RowsPanel'
import { query, type Show, shown, type Template, type Tier, useList, useMap, type Which } from './server'

type View = 'stages' | 'involvement' | 'squares'
const views: View[] = ['stages', 'involvement', 'squares']
const nothing = { view: 'stages' as View, tier: '' as Tier, stage: '0', show: '' as Show, cell: '0', square: '0', grid: 'relationship' as Template }

/** MapScreen answers where all accounts stand, tier by tier, and which of them to look at. */
export default function MapScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures()
  const map = useMap()
  const [address, set] = useAddress(nothing)
  const which: Which = { tier: address.tier, stage: Number(address.stage) || 0, show: address.show, cell: Number(address.cell) || 0, square: Number(address.square) || 0, grid: address.grid }
  const list = useList(which)
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? []
  const asked = new URLSearchParams(Object.entries(query(which)).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))).toString()
  const m = map.data
  const show = (show: Show) => set({ ...nothing, view: address.view, show })
  return (
    <div className="wide development-screen">
      <PageHead title={t('development.way')} note={m && (m.scope === 'own' ? t('development.scope_own') : t('development.accounts', { count: figures.count(m.accounts) }))}>
        <Segmented<View> aria-label={t('development.view')} value={address.view} onChange={(view) => set({ ...nothing, view })} options={views.map((value) => ({ value, label: t(`development.view_${value}`) }))} />
        <Select<Show> aria-label={t('development.show')} value={address.show} onChange={show} popupMatchSelectWidth={false} options={shown.map((value) => ({ value, label: t(`development.show_${value || 'all'}`) }))} />
        {may('development:export') && <Button icon={<DownloadOutlined />} href={`/api/development/export${asked && `?${asked}`}`}>{t('development.export')}</Button>}
      </PageHead>
      <Fault error={map.error ?? list.error} onRetry={() => void Promise.all([map.refetch(), list.refetch()])} />
      {!m ? !map.error && <Waiting rows={10} /> : <>
        <KeyFigures figures={[
          { title: t('development.show_below'), value: figures.count(m.below), note: t('development.below_say'), onOpen: () => show('below') },
          { title: t('development.show_up'), value: figures.count(m.up), note: t('development.of_year'), onOpen: () => show('up') },
          { title: t('development.show_down'), value: figures.count(m.down), note: t('development.of_year'), onOpen: () => show('down') },
          { title: t('development.show_interrupted'), value: figures.count(m.interrupted), note: t('development.interrupted_say'), onOpen: () => show('interrupted') },
        ]} />
        {address.view === 'stages'
          ? <HeatPanel map={m} tier={which.tier} stage={which.stage} onOpen={(tier, stage) => set({ ...nothing, tier, stage: String(stage) })} />
          : <GridPanel map={m} view={address.view} which={which} onCell={(cell) => set({ ...nothing, view: 'involvement', cell: String(cell) })} onSquare={(square) => set({ ...nothing, view: 'squares', grid: address.grid, square: String(square) })} onGrid={(grid) => set({ ...nothing, view: 'squares', grid })} />}
      </>}
      {first && <RowsPanel list={first} rows={rows} stale={list.isPlaceholderData} />}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('development.more')}</Button>}
    </div>
  )
}

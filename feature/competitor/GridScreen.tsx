import './competitor.css'
import { Link } from '@tanstack/react-router'
import { AutoComplete, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { GridTable } from './GridTable'
import { useGrid, usePlaces } from './server'

/** GridScreen is who is strong with which product in a region or an industry. */
export default function GridScreen() {
  const { t } = useTranslation()
  const [{ scope, place }, set] = useAddress({ scope: 'region', place: '' })
  const [typed, type] = useState<string>()
  const places = usePlaces()
  const all = (scope === 'industry' ? places.data?.industries : places.data?.regions) ?? []
  const at = place || all[0] || ''
  const spot = { scope: scope === 'industry' ? 'industry' : 'region', place: at } as const
  const { data: grid, error, refetch } = useGrid(spot, at !== '')
  const go = (place: string) => {
    type(undefined)
    set({ place: place.trim() })
  }
  return (
    <div className="stack">
      <PageHead title={t('competitor.grid_title')} note={t('rivalgrid.question')}>
        <Link to="/competitors">{t('competitor.title')}</Link>
        <Segmented aria-label={t('competitor.scope')} value={spot.scope} onChange={(scope) => set({ scope, place: '' })} options={(['region', 'industry'] as const).map((value) => ({ value, label: t(`competitor.${value}`) }))} />
        <AutoComplete className="rival-place" aria-label={t('competitor.place')} value={typed ?? at} maxLength={60} options={all.map((value) => ({ value }))} onChange={type} onSelect={go} onBlur={() => typed?.trim() && go(typed)} />
      </PageHead>
      <Fault error={error ?? places.error} onRetry={() => void refetch()} />
      {grid ? <GridTable grid={grid} spot={spot} title={at} /> : !error && <Panel title={t('competitor.grid_title')}>{places.data && !at ? <Empty>{t('competitor.no_places')}</Empty> : <Waiting rows={6} />}</Panel>}
    </div>
  )
}

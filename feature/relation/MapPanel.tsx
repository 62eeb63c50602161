import './map.css'
import { ContactsOutlined, DownloadOutlined, FullscreenExitOutlined, FullscreenOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button, Dropdown, Segmented, Switch } from 'antd'
import { type KeyboardEvent, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { lazy } from '../../ui/lazy'
import { usePhone } from '../../ui/media'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { useKeys } from '../../ui/keys'
import { LayerList } from './LayerList'
import { Legend } from './Legend'
import { ListView } from './ListView'
import type { RelationMap } from './map'
import { SaveBar } from './SaveBar'
import { useSheet } from './sheet'
import type { Draft } from './useDraft'
import { useTake } from './useTake'
import type { View } from './views'

/** Canvas is loaded with the first map, while its people are still on their way. */
export const Canvas = lazy(() => import('./Canvas'))

type Shown = View | 'list'

interface Props {
  account: string
  draft: Draft
  /** whom an advice is about */
  lit: string[]
  onOpen: (person: string) => void
  onContacts: () => void
}

/** MapPanel shows the people in one of the views, and lets them be put where they belong. */
export function MapPanel({ account, draft, lit, onOpen, onContacts }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const may = useMay()
  const [{ view: asked, lines }, go] = useAddress({ view: 'ranks', lines: '1' })
  const view = asked as Shown
  const [full, fill] = useState(false)
  const [adding, add] = useState(false)
  const [refused, refuse] = useState<{ held: string; onto: string }>()
  const { map, base } = draft
  useKeys(draft.count ? { 'Ctrl z': draft.undo } : {})
  const name = (id: string) => map.people.find((p) => p.id === id)?.name ?? ''
  const keys = map.people.filter((p) => p.power >= map.strong).length
  const move = useCallback((contact: string, reports: string) => { refuse(undefined); draft.add({ does: 'move', contact, reports }) }, [draft.add])
  const place = useCallback((contact: string, x: number, y: number) => draft.add({ does: 'place', contact, x, y }), [draft.add])
  const bar = useCallback((held: string, onto: string) => refuse({ held, onto }), [])
  const escape = (event: KeyboardEvent) => { if (event.key === 'Escape' && full) fill(false) }
  const tools = (
    <div className="map-tools">
      {!phone && (
        <Segmented<Shown> size="small" value={view} onChange={(next) => go({ view: next })} aria-label={t('relation.view')}
          options={(['ranks', 'buying', 'attitude', 'list'] as const).map((value) => ({ value, label: t(`relation.view_${value}`) }))} />
      )}
      {!phone && view !== 'list' && <label><Switch size="small" checked={lines === '1'} onChange={(on) => go({ lines: on ? '1' : '0' })} />{t('relation.lines_shown')}</label>}
      {may('contact:write') && <Button size="small" icon={<UserAddOutlined />} onClick={() => add(true)}>{t('relation.new_person')}</Button>}
      <Button size="small" type="text" icon={<ContactsOutlined />} title={t('relation.contacts')} aria-label={t('relation.contacts')} onClick={onContacts} />
      {!phone && view !== 'list' && (
        <Button size="small" type="text" icon={full ? <FullscreenExitOutlined /> : <FullscreenOutlined />} aria-pressed={full}
          title={t('relation.full')} aria-label={t('relation.full')} onClick={() => fill(!full)} />
      )}
      <MapLists account={account} map={map} />
      {map.export && <Take account={account} map={map} view={view === 'list' ? 'ranks' : view} lines={lines === '1'} />}
    </div>
  )
  return (
    <div className="map-frame" onKeyDown={escape}>
      <Panel title={t('relation.organisation')} subtitle={t('relation.people_keys', { count: map.people.length, keys })} className={full ? 'map-panel full' : 'map-panel'} extra={tools}>
        {refused && <Refused held={name(refused.held)} onto={name(refused.onto)} onClose={() => refuse(undefined)} />}
        {map.people.length === 0 ? <Empty>{t('relation.empty')}</Empty>
          : phone ? <LayerList map={map} onOpen={onOpen} />
          : view === 'list' ? <ListView map={map} onOpen={onOpen} />
          : (
            <Suspense fallback={<Waiting rows={10} />}>
              <Canvas map={map} view={view} lines={lines === '1'} lit={lit} free={map.write} onOpen={onOpen} onMove={move} onPlace={place} onRefused={bar} />
            </Suspense>
          )}
        {!phone && view !== 'list' && map.people.length > 0 && <Legend map={base} />}
        {draft.count > 0 && <SaveBar account={account} draft={draft} />}
      </Panel>
      {adding && <Slot name="relation.new" account={account} onClose={() => add(false)} />}
    </div>
  )
}

function Refused({ held, onto, onClose }: { held: string; onto: string; onClose: () => void }) {
  const { t } = useTranslation()
  return <p className="map-refused" role="alert"><span className="grow">{t('relation.circle', { held, onto })}</span><Button size="small" onClick={onClose}>{t('relation.understood')}</Button></p>
}

const lists = ['people', 'judgements', 'lines'] as const

/** MapLists takes what stands in the map along as lists, and brings them back. */
function MapLists({ account, map }: { account: string; map: RelationMap }) {
  const { t } = useTranslation()
  const may = useMay()
  const address = `/api/accounts/${account}/relations`
  return (
    <Lists small of={t('relation.organisation')} parts={lists.map((list) => ({
      title: t(`relation.list_${list}`),
      out: map.export ? ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `${address}/export?list=${list}&format=${format}` })) : [],
      into: map.write && may('import:write') ? { address: `${address}/import?list=${list}`, accept: '.xlsx,.csv' } : undefined,
    }))} />
  )
}

function Take({ account, map, view, lines }: { account: string; map: RelationMap; view: View; lines: boolean }) {
  const { t } = useTranslation()
  const take = useTake(account, map, view, lines, useSheet(map))
  const kinds = ['png', 'pdf', 'xlsx'] as const
  return (
    <Dropdown trigger={['click']} menu={{ items: kinds.map((key) => ({ key, label: t('ui.save_as', { kind: key.toUpperCase() }) })), onClick: ({ key }) => void take(key as (typeof kinds)[number]) }}>
      <Button size="small" type="text" icon={<DownloadOutlined />} title={t('ui.export')} aria-label={`${t('ui.export')} ${t('relation.organisation')}`} />
    </Dropdown>
  )
}

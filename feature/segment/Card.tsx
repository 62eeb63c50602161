import { CameraOutlined, DeleteOutlined, DownloadOutlined, EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { Members, Rows } from './Members'
import { type Definition, type Segment, useDrop, useMovement, useShare, useSnap, useSnapshots } from './server'

/** Card is one segment: who belongs, where to look at them, and who belonged when. */
export function Card({ segment: s, onEdit, onGone }: { segment: Segment; onEdit: () => void; onGone: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const [band, setBand] = useState(0)
  const narrowed = { segment: s.id, ...(band && { band: String(band) }) }
  return (
    <Panel title={s.name} subtitle={s.note} extra={<Button size="small" icon={<EditOutlined />} onClick={onEdit}>{t('segment.edit')}</Button>} className="segment-card">
      <div className="segment-ways">
        {s.bands.length > 0 && <Select size="small" aria-label={t('segment.band')} value={band} onChange={setBand} popupMatchSelectWidth={false}
          options={[{ value: 0, label: t('segment.whole') }, ...s.bands.map((name, i) => ({ value: i + 1, label: name }))]} />}
        {may('account:read') && <Link to="/accounts" search={narrowed as never}>{t('segment.to_accounts')}</Link>}
        {may('portfolio:read') && <Link to="/portfolio" search={narrowed as never}>{t('segment.to_portfolio')}</Link>}
        <i className="grow" />
        {may('segment:export') && <Button size="small" icon={<DownloadOutlined />} href={`/api/segments/${s.id}/export?band=${band}`}>{t('segment.export')}</Button>}
      </div>
      <Members definition={s.definition as Definition} band={band} />
      <Snapshots segment={s} />
      {s.mine && <Own segment={s} onGone={onGone} />}
    </Panel>
  )
}

function Snapshots({ segment: s }: { segment: Segment }) {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures()
  const { message } = App.useApp()
  const [from, setFrom] = useState('')
  const { data: all = [] } = useSnapshots(s.id)
  const snap = useSnap(s.id)
  const { data: moved } = useMovement(s.id, from)
  const take = () => snap.mutate(undefined, { onSuccess: (n) => void message.success(t('segment.snapped', { date: n.as_of, count: figures.count(n.count) })) })
  return (
    <>
      <div className="segment-ways">
        <b>{t('segment.snapshots')}</b>
        <Select size="small" allowClear aria-label={t('segment.movement')} placeholder={t('segment.movement')} disabled={!all.length} popupMatchSelectWidth={false} className="segment-value"
          value={from || undefined} onChange={(id) => setFrom(id ?? '')}
          options={all.map((n) => ({ value: n.id, label: t('segment.snapshot_says', { date: n.as_of, count: figures.count(n.count), by: n.by }) }))} />
        <i className="grow" />
        {may('segment:write') && <Button size="small" icon={<CameraOutlined />} loading={snap.isPending} onClick={take}>{t('segment.snapshot')}</Button>}
      </div>
      <Fault error={snap.error} />
      {from && moved && (
        <div className="segment-moved">
          <p className="second">{t('segment.movement_says', { from: moved.from, to: moved.to, stayed: figures.count(moved.stayed), moved: figures.count(moved.moved) })}</p>
          <h3>{t('segment.joined', { count: moved.joined.length })}</h3>
          {moved.joined.length > 0 && <Rows rows={moved.joined} />}
          <h3>{t('segment.left', { count: moved.left.length })}</h3>
          {moved.left.length > 0 && <Rows rows={moved.left} />}
        </div>
      )}
    </>
  )
}

function Own({ segment: s, onGone }: { segment: Segment; onGone: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const { modal } = App.useApp()
  const share = useShare(s)
  const drop = useDrop(s)
  const sure = () => void modal.confirm({ title: t('segment.delete_sure', { name: s.name }), okText: t('segment.delete'), okButtonProps: { danger: true }, onOk: () => drop.mutateAsync().then(onGone) })
  return (
    <div className="segment-ways">
      {may('segment:share') && <label><Switch size="small" checked={s.shared} loading={share.isPending} onChange={(on) => share.mutate(on)} /> {t('segment.share')}</label>}
      <i className="grow" />
      <Button size="small" danger type="text" icon={<DeleteOutlined />} onClick={sure}>{t('segment.delete')}</Button>
      <Fault error={share.error ?? drop.error} />
    </div>
  )
}

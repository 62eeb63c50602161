import './segment.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { Builder } from './Builder'
import { Card } from './Card'
import { ComparePanel } from './ComparePanel'
import { type Segment, useSegments } from './server'

const fresh = 'new'

/** SegmentScreen keeps segments: which there are, whom they find, how they compare. */
export default function SegmentScreen() {
  const { t } = useTranslation()
  const [{ open, edit, beside }, set] = useAddress({ open: '', edit: '', beside: '' })
  const { data, error, refetch } = useSegments()
  const chosen = beside ? beside.split(',').filter((id) => data?.some((s) => s.id === id)) : []
  const one = data?.find((s) => s.id === open)
  const toggle = (id: string) => set({ beside: (chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]).join(',') })
  return (
    <div className="wide stack">
      <PageHead title={t('segment.segments')} note={t('segment.question')}>
        <UnitSwitch />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => set({ open: '', edit: fresh })}>{t('segment.new')}</Button>
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      <div className="segment-columns">
        <Panel title={t('segment.segments')} subtitle={data && String(data.length)} className="segment-list">
          {!data ? !error && <Waiting rows={4} /> : data.length === 0 ? <Empty>{t('segment.none')}</Empty>
            : <ul>{data.map((s) => <Line key={s.id} segment={s} open={s.id === open} beside={chosen.includes(s.id)} onOpen={() => set({ open: s.id, edit: '' })} onBeside={() => toggle(s.id)} />)}</ul>}
        </Panel>
        {edit ? <Builder key={edit + one?.version} segment={edit === fresh ? undefined : one} onDone={(id) => set({ open: id ?? '', edit: '' })} />
          : one && <Card key={one.id + one.version} segment={one} onEdit={() => set({ edit: one.id })} onGone={() => set({ open: '' })} />}
      </div>
      {data && data.length > 0 && <ComparePanel segments={chosen} />}
    </div>
  )
}

interface LineProps {
  segment: Segment
  open: boolean
  beside: boolean
  onOpen: () => void
  onBeside: () => void
}

function Line({ segment: s, open, beside, onOpen, onBeside }: LineProps) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <li className={open ? 'open' : undefined}>
      <Checkbox aria-label={`${t('segment.compare')} ${s.name}`} title={t('segment.compare')} checked={beside} onChange={onBeside} />
      <button type="button" className="link cut" aria-current={open} onClick={onOpen}>{s.name}</button>
      <span className="third cut">{s.mine ? s.shared && t('segment.shared') : t('segment.shared_by', { by: s.by })}</span>
      <i className="grow" />
      <span className="number">{t('segment.count', { count: figures.count(s.count) })}</span>
    </li>
  )
}

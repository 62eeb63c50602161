import './pipeline.css'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { PageHead } from '../../ui/kit/PageHead'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { BoardView } from './BoardView'
import { FunnelView } from './FunnelView'
import { LevelsView } from './LevelsView'
import { type Which, useBoard } from './server'
import { TimelineView } from './TimelineView'
import { TomorrowView } from './TomorrowView'

const views = ['board', 'timeline', 'funnel', 'levels', 'tomorrow'] as const
const blank = { view: 'board', process: '', owner: '', state: 'open' }

/** BoardScreen shows how deals flow: under their steps, by month, as a funnel, by how near the order is, and what comes first tomorrow. */
export default function BoardScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [asked, set] = useAddress(blank)
  const which: Which = { process: asked.process || undefined, owner: asked.owner || undefined, state: asked.state as Which['state'] }
  const query = new URLSearchParams(Object.entries(which).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return (
    <div className="stack pipeline">
      <PageHead title={t('pipeline.board')}>
        <Link to="/opportunities">{t('pipeline.to_list')}</Link>
        {may('pipeline:export') && <Button href={`/api/pipeline/export?${query}`}>{t('pipeline.export')}</Button>}
      </PageHead>
      <div className="pipeline-sieve">
        <Segmented aria-label={t('pipeline.views')} value={asked.view} onChange={(view) => set({ view: String(view) })} options={views.map((value) => ({ value, label: t(`pipeline.view_${value}`) }))} />
        <Sieve asked={asked} which={which} onChange={set} />
      </div>
      <View view={asked.view} which={which} />
    </div>
  )
}

function View({ view, which }: { view: string; which: Which }) {
  if (view === 'timeline') return <TimelineView which={which} />
  if (view === 'funnel') return <FunnelView which={which} />
  if (view === 'levels') return <LevelsView which={which} />
  if (view === 'tomorrow') return <TomorrowView owner={which.owner} />
  return <BoardView which={which} />
}

interface SieveProps {
  asked: typeof blank
  which: Which
  onChange: (some: Partial<typeof blank>) => void
}

/** Sieve narrows what is shown, as far as the view can be narrowed. */
function Sieve({ asked, which, onChange }: SieveProps) {
  const { t, i18n } = useTranslation()
  const { everybody } = usePeople()
  const { data } = useBoard(which)
  const processes = (data?.processes ?? []).map((p) => ({ value: p.key, label: `${i18n.language === 'en' ? p.en : p.zh} ${p.count}` }))
  const all = asked.view !== 'board'
  return (
    <>
      {asked.view !== 'tomorrow' && <Select allowClear={all} value={asked.process || (all ? undefined : data?.process)} onChange={(process) => onChange({ process: process ?? '' })} aria-label={t('pipeline.process')} placeholder={t('pipeline.process')} popupMatchSelectWidth={false} options={processes} />}
      <Select allowClear value={asked.owner || undefined} onChange={(owner) => onChange({ owner: owner ?? '' })} aria-label={t('pipeline.owner')} placeholder={t('pipeline.all_owners')} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} options={everybody} />
      {(asked.view === 'board' || asked.view === 'timeline') && <Select value={asked.state} onChange={(state) => onChange({ state })} aria-label={t('pipeline.state')} popupMatchSelectWidth={false} options={['open', 'nurture'].map((value) => ({ value, label: t(`pipeline.state_${value}`) }))} />}
    </>
  )
}

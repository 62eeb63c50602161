import './kpi.css'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { BehindPanel } from './BehindPanel'
import { InputsPanel } from './InputsPanel'
import { PartsPanel } from './PartsPanel'
import { type Among, type By, type Indicator, useDashboard, useDetail } from './server'
import { Tiles } from './Tiles'
import { TrendPanel } from './TrendPanel'
import { WhyPanel } from './WhyPanel'

const tiers = ['MAJOR', 'NAMED', 'NONNAMED', 'MASS'] as const

/** IndicatorScreen answers how the organisation, a line or one person is doing, against which targets, and who is behind it. */
export default function IndicatorScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { everybody } = usePeople()
  const [{ show, by, tier, region, industry, owner }, set] = useAddress({ show: '', by: 'tier', tier: '', region: '', industry: '', owner: '' })
  const among: Among = { tier: (tier || undefined) as Among['tier'], region: region || undefined, industry: industry || undefined, owner: owner || undefined }
  const { data, error, refetch } = useDashboard(among)
  const one = data?.indicators.find((i) => i.name === show) ?? data?.indicators[0]
  const narrow = new URLSearchParams(Object.entries(among).flatMap(([k, v]) => (v ? [[k, v]] : [])))
  return (
    <div className="kpi-screen">
      <PageHead title={t('kpi.head')} note={data && t('kpi.period', { from: data.from, until: data.until, scope: t(`kpi.scope_${data.scope}`) })}>
        <UnitSwitch />
        <Select value={tier} onChange={(tier) => set({ tier })} aria-label={t('kpi.tier')} popupMatchSelectWidth={false} options={[{ value: '', label: `${t('kpi.tier')}: ${t('kpi.all')}` }, ...tiers.map((value) => ({ value, label: t(`kpi.tier_${value}`) }))]} />
        {data?.scope === 'all' || owner ? <Select value={owner} onChange={(owner) => set({ owner })} aria-label={t('kpi.by_owner')} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} options={[{ value: '', label: `${t('kpi.by_owner')}: ${t('kpi.all')}` }, ...everybody]} /> : null}
        {(region || industry) && <Button onClick={() => set({ region: '', industry: '' })}>{[region, industry].filter(Boolean).join(' · ')} ×</Button>}
        {may('indicator:export') && <Button href={`/api/indicators/export?${narrow}`}>{t('kpi.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={8} />}
      {data && !one && <Empty>{t('kpi.nothing')}</Empty>}
      {data && one && <Tiles dashboard={data} chosen={one.name} onChoose={(name) => set({ show: name })} />}
      {one && <Behind key={one.name} one={one} by={by as By} among={among} onBy={(by) => set({ by })} onPart={(change) => set(change)} />}
      {may('indicator:input') && data?.scope === 'all' && <InputsPanel />}
    </div>
  )
}

/** Behind is one figure: its course, what it consists of, why, and which accounts stand behind it. */
function Behind({ one, by, among, onBy, onPart }: { one: Indicator; by: By; among: Among; onBy: (by: By) => void; onPart: (change: Record<string, string>) => void }) {
  const { data, error, refetch } = useDetail(one.name, by, among)
  return (
    <>
      <Fault error={error} onRetry={() => void refetch()} />
      <div className="kpi-columns">
        <TrendPanel indicator={one} />
        {data ? <WhyPanel detail={data} /> : <Waiting rows={6} />}
      </div>
      <div className="kpi-columns">
        {data ? <PartsPanel detail={data} by={by} onBy={onBy} onPart={onPart} /> : <Waiting rows={6} />}
        <BehindPanel indicator={one} among={among} />
      </div>
    </>
  )
}

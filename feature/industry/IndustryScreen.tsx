import './industry.css'
import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { EditIndustry } from './EditIndustry'
import { MixPanel } from './MixPanel'
import { ProfilePanel } from './ProfilePanel'
import { RadarPanel } from './RadarPanel'
import { RankingPanel } from './RankingPanel'
import { ResourcePanel } from './ResourcePanel'
import { useIndustries, useMix } from './server'
import { WordsPanel } from './WordsPanel'

/** IndustryScreen answers which industries to go for, and of which revenue consists. */
export default function IndustryScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ open }, set] = useAddress({ open: '' })
  const [adding, add] = useState(false)
  const { data: all, error, refetch } = useIndustries()
  const mix = useMix()
  const one = all?.find((r) => r.id === open) ?? all?.[0]
  return (
    <div className="wide industry-screen">
      <PageHead title={t('industry.industries')} note={t('industry.question')}>
        <UnitSwitch />
        <Link to="/portfolio/targets">{t('industry.targets')}</Link>
        {may('industry:write') && <Button icon={<PlusOutlined />} onClick={() => add(true)}>{t('industry.new')}</Button>}
      </PageHead>
      <Fault error={error ?? mix.error} onRetry={() => void Promise.all([refetch(), mix.refetch()])} />
      <div className="industry-columns">
        <div>
          {all ? <RankingPanel industries={all} mix={mix.data} chosen={one?.id} onChoose={(id) => set({ open: id })} /> : !error && <Panel title={t('industry.ranking')}><Waiting rows={10} /></Panel>}
          {mix.data && <ResourcePanel mix={mix.data} />}
          {mix.data && <MixPanel mix={mix.data} />}
        </div>
        <div>
          {one && <RadarPanel key={one.id} industry={one} />}
          {one && <ProfilePanel key={one.id + one.version} industry={one} />}
          {all && <WordsPanel industries={all} />}
        </div>
      </div>
      {adding && <EditIndustry onClose={() => add(false)} />}
    </div>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PageHead } from '../../ui/kit/PageHead'
import { useMay } from '../../ui/me'
import { usePhone } from '../../ui/media'
import { Slot } from '../../ui/Slot'
import { Drop } from './Drop'
import './importing.css'
import { ImportsPanel } from './ImportsPanel'
import { JobsPanel } from './JobsPanel'
import { ProfilesPanel } from './ProfilesPanel'
import { QualityPanel } from './QualityPanel'
import { useProfiles, useUpload } from './server'
import type { Kind } from './wire'
import { kinds } from './wizard'

/** DataScreen is where data comes in, and where one sees what came of it. */
export default function DataScreen() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className="data">
      <PageHead title={t('importing.data')} />
      {may('import:write') && <Upload />}
      <div className="side-by-side">
        <div className="data">
          <ImportsPanel />
          <ProfilesPanel />
        </div>
        <div className="data">
          <Slot name="data.panel" />
          <QualityPanel />
          <JobsPanel />
        </div>
      </div>
    </div>
  )
}

/** Upload asks what the file holds, takes it and goes on to what was found in it. */
function Upload() {
  const { t } = useTranslation()
  const go = useNavigate()
  const phone = usePhone()
  const [kind, setKind] = useState<Kind>('orders')
  const [profile, setProfile] = useState<string>()
  const upload = useUpload()
  const profiles = useProfiles(kind)
  const send = (file: File) => upload.mutate({ file, kind, profile }, { onSuccess: ({ id }) => void go({ to: `/data/imports/${id}` as never }) })
  const change = (next: Kind) => {
    setKind(next)
    setProfile(undefined)
  }
  return (
    <section className="data" aria-label={t('importing.drop_title')}>
      <div className="kinds">
        <Segmented<Kind> value={kind} onChange={change} size={phone ? 'small' : 'middle'} aria-label={t('importing.kind')} options={kinds.map((value) => ({ value, label: t(`importing.kind_${value}`) }))} />
        <span className="third">{t(`importing.what_${kind}`)}</span>
        <i className="grow" />
        <Select allowClear style={{ minWidth: 180 }} value={profile} onChange={setProfile} placeholder={t('importing.profile_none')} aria-label={t('importing.profile')} options={profiles.data?.map(({ name }) => ({ value: name }))} />
      </div>
      <Drop busy={upload.isPending} onFile={send} />
      <Fault error={upload.error} />
    </section>
  )
}

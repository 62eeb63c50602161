import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { useDropProfile, useProfiles } from './server'
import type { Profile } from './wire'

/** ProfilesPanel lists the saved choices; what is not used any more can be forgotten. */
export function ProfilesPanel() {
  const { t } = useTranslation()
  const profiles = useProfiles()
  return (
    <Panel title={t('importing.profiles')}>
      <Fault error={profiles.error} />
      {profiles.data?.length === 0 && <Empty>{t('importing.profiles_none')}</Empty>}
      <ul>{profiles.data?.map((profile) => <Line key={profile.name} {...profile} />)}</ul>
    </Panel>
  )
}

function Line({ name, settings }: Profile) {
  const { t } = useTranslation()
  const may = useMay()
  const drop = useDropProfile()
  return (
    <li className="profile">
      <b>{name}</b>
      <span className="third">{[t(`importing.kind_${settings.kind}`), settings.encoding, t('importing.matched_columns', { n: Object.keys(settings.matching ?? {}).length })].filter(Boolean).join(' · ')}</span>
      <i className="grow" />
      {may('import:write') && <Button type="text" size="small" icon={<DeleteOutlined />} loading={drop.isPending} aria-label={t('importing.profile_forget', { name })} onClick={() => drop.mutate(name)} />}
    </li>
  )
}

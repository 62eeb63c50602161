import { AutoComplete } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { useProfiles } from './server'
import type { Kind } from './wire'

interface Props {
  kind: Kind
  name: string
  onName: (name: string) => void
}

/** Profile gives the choices a name, under which they are used again; files of one name are one source, in which known rows are recognised. */
export function Profile({ kind, name, onName }: Props) {
  const { t } = useTranslation()
  const [typed, type] = useState(name)
  const profiles = useProfiles(kind)
  const leave = (next: string) => next.trim() !== name && onName(next.trim())
  return (
    <Panel title={t('importing.profile_save')} subtitle={t('importing.profile_save_note')}>
      <AutoComplete style={{ width: '100%' }} value={typed} maxLength={60} placeholder={t('importing.profile_hint')} aria-label={t('importing.profile_name')}
        options={profiles.data?.map((one) => ({ value: one.name }))} onChange={type} onSelect={leave} onBlur={() => leave(typed)} />
    </Panel>
  )
}

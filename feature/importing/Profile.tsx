import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'

/** Profile gives the choices a name, under which they are used again. */
export function Profile({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { t } = useTranslation()
  const [typed, type] = useState(name)
  const leave = () => typed.trim() !== name && onName(typed.trim())
  return (
    <Panel title={t('importing.profile_save')} subtitle={t('importing.profile_save_note')}>
      <Input value={typed} maxLength={60} placeholder={t('importing.profile_hint')} aria-label={t('importing.profile_name')}
        onChange={({ target }) => type(target.value)} onBlur={leave} onPressEnter={leave} />
    </Panel>
  )
}

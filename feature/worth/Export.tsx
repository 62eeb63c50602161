import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../ui/me'
import { asked, useChoices } from './server'

/** Export is a list as a file, of the accounts that the screen speaks of. */
export function Export({ path, sorted }: { path: string; sorted?: boolean }) {
  const { t } = useTranslation()
  const [choices] = useChoices()
  if (!useMay()('worth:export')) return null
  const said = { ...asked(choices), ...(path === 'lines' ? {} : { by: choices.by }), ...(sorted ? { sort: choices.sort, up: choices.up === '1' || undefined } : {}) }
  const words = Object.entries(said).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])
  const href = (format: string) => `/api/worth/${path}/export?${new URLSearchParams([...words, ['format', format]])}`
  return (
    <Dropdown trigger={['click']} menu={{ items: ['xlsx', 'csv'].map((format) => ({ key: format, label: <a href={href(format)}>{format.toUpperCase()}</a> })) }}>
      <Button size="small" icon={<DownloadOutlined />}>{t('worth.export')}</Button>
    </Dropdown>
  )
}

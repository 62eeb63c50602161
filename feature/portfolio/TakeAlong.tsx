import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../ui/me'
import { query, useChoices } from './ask'

interface Props {
  /** who holds it may take the list along */
  grant: string
  path: string
  /** what is asked for besides the choices of the screen */
  also?: Record<string, string>
}

/** TakeAlong is a list as a file, of the accounts and for the time that the screen speaks of. */
export function TakeAlong({ grant, path, also }: Props) {
  const { t } = useTranslation()
  const asked = { ...query(useChoices()[0]), ...also }
  if (!useMay()(grant)) return null
  const said = Object.entries(asked).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])
  return <Button size="small" icon={<DownloadOutlined />} href={`${path}?${new URLSearchParams(said)}`}>{t('portfolio.export')}</Button>
}

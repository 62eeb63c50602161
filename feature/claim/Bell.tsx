import { FileProtectOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useStanding } from './server'

/** Bell says that something has happened to a registration, or waits for a decision; while nothing has, it is not there. */
export default function Bell() {
  const { t } = useTranslation()
  const go = useNavigate()
  const { data } = useStanding()
  const count = (data?.news.length ?? 0) + (data?.decide ?? 0)
  if (!count) return null
  return (
    <Badge count={count} size="small" offset={[-6, 6]}>
      <Button type="text" icon={<FileProtectOutlined />} aria-label={`${t('claim.news')} ${count}`} title={t('claim.news')} onClick={() => void go({ to: '/accounts/claims' } as never)} />
    </Badge>
  )
}

import { HourglassOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useStanding } from './server'

/** Bell says how many accounts of one's own are about to fall into the pool; while none is, it is not there. */
export default function Bell() {
  const { t } = useTranslation()
  const go = useNavigate()
  const soon = useStanding().data?.soon
  if (!soon) return null
  const title = t('pool.soon_count', { count: soon })
  return (
    <Badge count={soon} size="small" offset={[-6, 6]}>
      <Button type="text" icon={<HourglassOutlined />} aria-label={title} title={title} onClick={() => void go({ to: '/accounts/pool' } as never)} />
    </Badge>
  )
}

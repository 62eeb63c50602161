import { CloudUploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App, Badge, Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeeping, usePocket } from './pocketed'

/** PocketMark stands in the bar while reports wait on this device; it keeps and sends, wherever the user is. */
export default function PocketMark() {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const go = useNavigate()
  const ask = useCallback((n: number) => new Promise<boolean>((resolve) => void modal.confirm({
    title: t('visit.leave_unsent', { n }), content: t('visit.leave_unsent_says'), okText: t('visit.leave_anyway'), okButtonProps: { danger: true },
    onOk: () => resolve(true), onCancel: () => resolve(false),
  })), [modal, t])
  useKeeping(ask)
  const waiting = usePocket().drafts().filter((d) => d.state !== 'open').length
  if (waiting === 0) return null
  return (
    <Badge count={waiting} size="small" offset={[-7, 7]}>
      <Button type="text" icon={<CloudUploadOutlined />} aria-label={t('visit.waiting', { n: waiting })} onClick={() => void go({ to: '/visits' })} />
    </Badge>
  )
}

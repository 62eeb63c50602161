// What auditing adds to the shell: the logs, and the history of an account.
import { FileSearchOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../ui/feature'

export default {
  name: 'auditing',
  menu: [{ path: '/audit', order: 140, title: 'auditing.audit', grant: 'audit:open', icon: FileSearchOutlined, key: 'h' }],
  screens: [{ path: '/audit', grant: 'audit:open', view: lazy(() => import('./AuditScreen')) }],
  panels: [{ slot: 'account.panel', order: 90, title: 'auditing.history', grant: 'audit:read', view: lazy(() => import('./HistoryPanel')) }],
} satisfies Feature

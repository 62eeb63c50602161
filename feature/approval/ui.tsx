// What approval adds to the shell: the inbox, and a slot for what its kinds have to show.
import { AuditOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Schema } from '../../ui/api'
import type { Feature } from '../../ui/feature'

const grant = 'approval:read'

declare module '../../ui/feature' {
  interface Slots {
    /** inside a proposal: what the feature of its kind knows of it */
    'approval.card': { proposal: Schema['ApprovalDetail'] }
  }
}

export default {
  name: 'approval',
  menu: [{ path: '/approvals', order: 15, title: 'approval.approvals', grant, icon: AuditOutlined, key: 'a', badge: lazy(() => import('./Badge')) }],
  screens: [{ path: '/approvals', grant, view: lazy(() => import('./ApprovalsScreen')) }],
  panels: [{ slot: 'today.do', order: 10, title: 'today.approval', grant: 'approval:decide', view: lazy(() => import('./DecideHere')) }],
} satisfies Feature

// What visit adds to the shell: the week of whoever visits, one visit by itself, the tab of an account, and the mark of what waits on this device.
import { CarOutlined } from '@ant-design/icons'
import type { Feature } from '../../ui/feature'
import { lazy } from '../../ui/lazy'

const grant = 'visit:read'

declare module '../../ui/feature' {
  interface Slots {
    /** beside the title of visits: ways to the screens below them */
    'visit.way': object
    /** under the visits of an account: what else belongs to being in touch */
    'visit.panel': { account: string }
  }
}

export default {
  name: 'visit',
  menu: [{ path: '/visits', order: 60, title: 'visit.visits', grant, icon: CarOutlined, key: 'v', thumb: true }],
  screens: [
    { path: '/visits', grant, view: lazy(() => import('./PocketScreen')) },
    { path: '/visits/$visit', grant, view: lazy(() => import('./PocketVisit')) },
  ],
  panels: [
    { slot: 'account.tab', order: 60, title: 'visit.visits', grant, view: lazy(() => import('./AccountVisits')) },
    { slot: 'shell.bar', order: 4, title: 'visit.drafts', grant: 'visit:write', view: lazy(() => import('./PocketMark')) },
  ],
} satisfies Feature

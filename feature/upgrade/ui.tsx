// What upgrade adds to the shell: the list of plans, and the way up of an account.
import { RiseOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'upgrade:read'

export default {
  name: 'upgrade',
  menu: [{ path: '/upgrades', order: 37, title: 'upgrade.upgrades', grant, icon: RiseOutlined }],
  screens: [{ path: '/upgrades', grant, view: lazy(() => import('./UpgradeScreen')) }],
  panels: [{ slot: 'account.panel', order: 17, title: 'upgrade.panel', grant, view: lazy(() => import('./AccountUpgrade')) }],
} satisfies Feature

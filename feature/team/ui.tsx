// What team adds to the shell: who works on an account and who sees it, who is away, and the regions of managers.
import { UserSwitchOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

export default {
  name: 'team',
  menu: [{ path: '/away', order: 105, title: 'team.away', grant: 'team:away', icon: UserSwitchOutlined }],
  screens: [{ path: '/away', grant: 'team:away', view: lazy(() => import('./AwayScreen')) }],
  panels: [
    { slot: 'account.tab', order: 80, title: 'team.access', grant: 'team:read', view: lazy(() => import('./AccessTab')) },
    { slot: 'user.more', order: 10, title: 'team.regions', grant: 'team:govern', view: lazy(() => import('./Regions')) },
  ],
} satisfies Feature

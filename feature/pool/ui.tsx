// What pool adds to the shell: the accounts that belong to nobody, the way there, and what is about to fall back.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'pool:read'

export default {
  name: 'pool',
  screens: [{ path: '/accounts/pool', grant, view: lazy(() => import('./PoolScreen')) }],
  panels: [
    { slot: 'accounts.way', order: 20, title: 'pool.ways', grant, view: lazy(() => import('./Way')) },
    { slot: 'shell.bar', order: 6, title: 'pool.warnings', grant, view: lazy(() => import('./Bell')) },
    { slot: 'account.side', order: 90, title: 'pool.give', grant: 'pool:give', view: lazy(() => import('./AccountGiveBack')) },
  ],
} satisfies Feature

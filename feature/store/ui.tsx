// What store adds to the shell: the shops of an account beside its visits, and the ranking of all.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'store:read'

export default {
  name: 'store',
  screens: [{ path: '/visits/stores', grant, view: lazy(() => import('./StoreScreen')) }],
  panels: [
    { slot: 'visit.way', order: 60, title: 'store.ranking', grant, view: lazy(() => import('./Way')) },
    { slot: 'visit.panel', order: 60, title: 'store.checks', grant, view: lazy(() => import('./StorePanel')) },
  ],
} satisfies Feature

// What commitment adds to the shell: what we and an account have promised each other, and the inbox of it.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'commitment:read'

export default {
  name: 'commitment',
  screens: [{ path: '/visits/promises', grant, view: lazy(() => import('./PromiseScreen')) }],
  panels: [
    { slot: 'visit.panel', order: 10, title: 'commitment.promises', grant, view: lazy(() => import('./PromisePanel')) },
    { slot: 'visit.way', order: 20, title: 'commitment.promises', grant, view: lazy(() => import('./Way')) },
  ],
} satisfies Feature

// What point adds to the shell: the points of an account, and the list of members.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'point:read'

export default {
  name: 'point',
  screens: [{ path: '/cards/points', grant, view: lazy(() => import('./PointScreen')) }],
  panels: [
    { slot: 'account.panel', order: 17, title: 'point.points', grant, view: lazy(() => import('./PointPanel')) },
    { slot: 'card.way', order: 10, title: 'point.points', grant, view: lazy(() => import('./Way')) },
  ],
} satisfies Feature

// What target adds to the shell: the board of targets below the plans, and the way to it.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'target:read'

export default {
  name: 'target',
  screens: [{ path: '/plans/targets', grant, view: lazy(() => import('./TargetScreen')) }],
  panels: [{ slot: 'plan.way', order: 20, title: 'target.targets', grant, view: lazy(() => import('./Way')) }],
} satisfies Feature

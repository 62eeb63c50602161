// What strategy adds to the shell: the suggested strategy on the page of a deal, and how strategies did.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'strategy:read'

export default {
  name: 'strategy',
  screens: [{ path: '/opportunities/strategies', grant, view: lazy(() => import('./StrategiesScreen')) }],
  panels: [
    { slot: 'opportunity.way', order: 65, title: 'strategy.records', grant, view: lazy(() => import('./Way')) },
    { slot: 'opportunity.panel', order: 20, title: 'strategy.panel', grant, view: lazy(() => import('./StrategyPanel')) },
  ],
} satisfies Feature

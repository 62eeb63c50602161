// What kpi adds to the shell: the indicators below the portfolio, and the way to them.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'indicator:read'

export default {
  name: 'kpi',
  screens: [{ path: '/portfolio/indicators', grant, view: lazy(() => import('./IndicatorScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 12, title: 'kpi.way', grant, view: lazy(() => import('./Ways')) },
    { slot: 'plan.way', order: 70, title: 'kpi.way', grant, view: lazy(() => import('./Ways')) },
  ],
} satisfies Feature

// What industry adds to the shell: its screens below the portfolio, the way to them, and what it knows of an account.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'industry:read'

export default {
  name: 'industry',
  screens: [
    { path: '/portfolio/industries', grant, view: lazy(() => import('./IndustryScreen')) },
    { path: '/portfolio/targets', grant, view: lazy(() => import('./TargetScreen')) },
  ],
  panels: [
    { slot: 'portfolio.way', order: 20, title: 'industry.industries', grant, view: lazy(() => import('./Ways')) },
    { slot: 'account.side', order: 60, title: 'industry.profile', grant, view: lazy(() => import('./AccountProfile')) },
  ],
} satisfies Feature

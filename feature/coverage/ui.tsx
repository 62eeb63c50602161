// What coverage adds to the shell: who covers what and how budgets are laid out, below the plans, and what an account gets.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

export default {
  name: 'coverage',
  screens: [
    { path: '/plans/coverage', grant: 'coverage:read', view: lazy(() => import('./CoverageScreen')) },
    { path: '/plans/resources', grant: 'coverage:budget', view: lazy(() => import('./ResourceScreen')) },
  ],
  panels: [
    { slot: 'plan.way', order: 30, title: 'coverage.coverage', grant: 'coverage:read', view: lazy(() => import('./CoverageWay')) },
    { slot: 'plan.way', order: 40, title: 'coverage.resources', grant: 'coverage:budget', view: lazy(() => import('./ResourceWay')) },
    { slot: 'account.side', order: 50, title: 'coverage.panel', grant: 'coverage:read', view: lazy(() => import('./AccountCoverage')) },
  ],
} satisfies Feature

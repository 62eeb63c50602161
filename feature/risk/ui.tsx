// What risk adds to the shell: its alerts below the portfolio, the way to them, the register of an account, and a chip beside its name.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'risk:read'

export default {
  name: 'risk',
  screens: [{ path: '/portfolio/risks', grant, view: lazy(() => import('./RiskScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 47, title: 'risk.way', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.chip', order: 20, title: 'risk.panel', grant, view: lazy(() => import('./RiskChip')) },
    { slot: 'development.panel', order: 10, title: 'risk.panel', grant, view: lazy(() => import('./RiskPanel')) },
  ],
} satisfies Feature

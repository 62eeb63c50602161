// What loyalty adds to the shell: its ladder below the portfolio, the way to it, and the lines of an account.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'loyalty:read'

export default {
  name: 'loyalty',
  screens: [{ path: '/portfolio/loyalty', grant, view: lazy(() => import('./LoyaltyScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 48, title: 'loyalty.title', grant, view: lazy(() => import('./Way')) },
    { slot: 'development.panel', order: 20, title: 'loyalty.panel', grant, view: lazy(() => import('./LoyaltyPanel')) },
  ],
} satisfies Feature

// What worth adds: the contribution of groups below the portfolio, and on the account page what is left of its sales.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'worth:read'

export default {
  name: 'worth',
  screens: [{ path: '/portfolio/contribution', grant, view: lazy(() => import('./ContributionScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 10, title: 'worth.way', grant, view: lazy(() => import('./Ways')) },
    { slot: 'account.tab', order: 32, title: 'worth.contribution', grant, view: lazy(() => import('./ContributionTab')) },
  ],
} satisfies Feature

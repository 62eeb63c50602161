// What lifetime adds to the shell: its list below the portfolio, the way to it, and what an account will bring on its page.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'lifetime:read'

export default {
  name: 'lifetime',
  screens: [{ path: '/portfolio/lifetime', grant, view: lazy(() => import('./LifetimeScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 40, title: 'lifetime.title', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.side', order: 45, title: 'lifetime.panel', grant, view: lazy(() => import('./AccountLifetime')) },
  ],
} satisfies Feature

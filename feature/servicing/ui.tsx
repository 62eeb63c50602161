// What servicing adds to the shell: its screen below the portfolio, the way to it, and the quarters of an account on its page.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'servicing:read'

export default {
  name: 'servicing',
  screens: [{ path: '/portfolio/servicing', grant, view: lazy(() => import('./ServicingScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 44, title: 'servicing.title', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.side', order: 50, title: 'servicing.panel', grant, view: lazy(() => import('./AccountServicing')) },
  ],
} satisfies Feature

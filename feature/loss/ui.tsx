// What loss adds to the shell: its list below the portfolio, the way to it, and what is done about the loss on an account's page.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'loss:read'

export default {
  name: 'loss',
  screens: [{ path: '/portfolio/losses', grant, view: lazy(() => import('./LossScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 42, title: 'loss.title', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.side', order: 20, title: 'loss.panel', grant, view: lazy(() => import('./AccountLoss')) },
  ],
} satisfies Feature

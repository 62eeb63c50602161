// What latent adds to the shell: the list below the portfolio, the way to it, and what an account would probably buy.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'latent:read'

export default {
  name: 'latent',
  screens: [{ path: '/portfolio/latent', grant, view: lazy(() => import('./LatentScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 40, title: 'latent.latent', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.panel', order: 19, title: 'latent.latent', grant, view: lazy(() => import('./AccountLatent')) },
  ],
} satisfies Feature

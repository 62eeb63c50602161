// What maintenance adds to the shell: how all accounts are looked after, the way there, and the five forms of an account.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'maintenance:read'

export default {
  name: 'maintenance',
  screens: [{ path: '/portfolio/maintenance', grant, view: lazy(() => import('./MaintenanceScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 49, title: 'maintenance.title', grant, view: lazy(() => import('./Way')) },
    { slot: 'development.panel', order: 30, title: 'maintenance.panel', grant, view: lazy(() => import('./MaintenancePanel')) },
  ],
} satisfies Feature

// What bundle adds to the shell: packages and partners, what partners are told, and who agreed to it.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'bundle:read'

export default {
  name: 'bundle',
  screens: [
    { path: '/bundles', grant, view: lazy(() => import('./BundleScreen')) },
    { path: '/bundles/sharing', grant: 'sharing:read', view: lazy(() => import('./SharingScreen')) },
  ],
  panels: [
    { slot: 'opportunity.way', order: 90, title: 'bundle.bundles', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.panel', order: 90, title: 'bundle.consents', grant: 'consent:read', view: lazy(() => import('./ConsentPanel')) },
  ],
} satisfies Feature

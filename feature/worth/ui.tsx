// What worth adds to the account page: what is left of its sales, and what was put into it.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

export default {
  name: 'worth',
  panels: [
    { slot: 'account.tab', order: 32, title: 'worth.contribution', grant: 'worth:read', view: lazy(() => import('./ContributionTab')) },
  ],
} satisfies Feature

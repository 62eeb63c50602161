// What delivered adds to the account page: what we and others offer to it, side by side.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

export default {
  name: 'delivered',
  panels: [{ slot: 'account.tab', order: 36, title: 'delivered.panel', grant: 'delivered:read', view: lazy(() => import('./OffersTab')) }],
} satisfies Feature

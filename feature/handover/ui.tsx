// What handover adds to the shell: accounts that change hands, what goes along, and a line on the account's page meanwhile.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'handover:read'

export default {
  name: 'handover',
  screens: [
    { path: '/handovers', grant, view: lazy(() => import('./HandoversScreen')) },
    { path: '/handovers/$id', grant, view: lazy(() => import('./PackScreen')) },
  ],
  panels: [
    { slot: 'accounts.way', order: 30, title: 'handover.handovers', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.side', order: 5, title: 'handover.handover', grant, view: lazy(() => import('./AccountHandover')) },
  ],
} satisfies Feature

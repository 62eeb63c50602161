// What pricing adds to the shell: lists, agreed and special prices, and what of a deal's prices takes consent.
import { TagsOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'pricing:read'

export default {
  name: 'pricing',
  // whoever sells comes here from the deals; whoever keeps prices has no deals
  menu: [{ path: '/prices', order: 95, title: 'pricing.prices', grant: 'pricing:write', icon: TagsOutlined }],
  screens: [{ path: '/prices', grant, view: lazy(() => import('./PricesScreen')) }],
  panels: [
    { slot: 'opportunity.way', order: 50, title: 'pricing.prices', grant, view: lazy(() => import('./Way')) },
    { slot: 'opportunity.panel', order: 55, title: 'pricing.of_deal', grant: 'special:read', view: lazy(() => import('./DealPrices')) },
  ],
} satisfies Feature

// What opportunity adds to the shell: the list of deals, the page of one, and the tab of an account.
import { FunnelPlotOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'
import type { Deal } from './server'

const grant = 'opportunity:read'

declare module '../../ui/feature' {
  interface Slots {
    /** beside the title of the list: ways to the screens around deals */
    'opportunity.way': object
    /** a figure in the header of a deal */
    'opportunity.head': { deal: Deal }
    /** under the header of a deal: what is thought of it; each brings its own frame */
    'opportunity.panel': { deal: Deal }
    /** in the form that ends a lost deal: who got it */
    'opportunity.winner': { value?: string; onChange: (competitor?: string) => void }
  }
}

export default {
  name: 'opportunity',
  menu: [{ path: '/opportunities', order: 50, title: 'opportunity.opportunities', grant, icon: FunnelPlotOutlined, key: 'o' }],
  screens: [
    { path: '/opportunities', grant, view: lazy(() => import('./DealsScreen')) },
    { path: '/opportunities/$opportunity', grant, view: lazy(() => import('./DealScreen')) },
  ],
  panels: [{ slot: 'account.tab', order: 55, title: 'opportunity.opportunities', grant, view: lazy(() => import('./AccountDeals')) }],
} satisfies Feature

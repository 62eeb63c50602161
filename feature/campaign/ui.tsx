// What campaign adds to the shell: how a deal is worked on, on its page.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'campaign:read'

export default {
  name: 'campaign',
  panels: [
    { slot: 'opportunity.panel', order: 60, title: 'campaign.panel', grant, view: lazy(() => import('./CampaignPanel')) },
    { slot: 'opportunity.panel', order: 62, title: 'campaign.factors', grant, view: lazy(() => import('./FactorsPanel')) },
  ],
} satisfies Feature

// What interaction adds to the shell: when we were in touch with an account, and who waits for an answer.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'interaction:read'

export default {
  name: 'interaction',
  screens: [{ path: '/visits/unanswered', grant, view: lazy(() => import('./UnansweredScreen')) }],
  panels: [
    { slot: 'visit.panel', order: 20, title: 'interaction.panel', grant, view: lazy(() => import('./InteractionPanel')) },
    { slot: 'visit.way', order: 30, title: 'interaction.unanswered', grant, view: lazy(() => import('./Way')) },
  ],
} satisfies Feature

// What pipeline adds to the shell: the board of deals with its other views, and the way to it from their list.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'pipeline:read'

export default {
  name: 'pipeline',
  screens: [{ path: '/opportunities/board', grant, view: lazy(() => import('./BoardScreen')) }],
  panels: [{ slot: 'opportunity.way', order: 10, title: 'pipeline.board', grant, view: lazy(() => import('./Way')) }],
} satisfies Feature

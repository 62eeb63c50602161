// What exporting adds: asking a second person where a list is refused, and the list where it was agreed to.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'exporting:ask'

export default {
  name: 'exporting',
  panels: [
    { slot: 'download.refused', order: 10, title: 'exporting.ask', grant, view: lazy(() => import('./AskPanel')) },
    { slot: 'approval.card', order: 10, title: 'exporting.permit', grant, view: lazy(() => import('./PermitCard')) },
  ],
} satisfies Feature

// What segment adds to the shell: its screen, and the choice of a segment where accounts are listed.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'segment:read'
const narrow = lazy(() => import('./Narrow'))

export default {
  name: 'segment',
  screens: [{ path: '/portfolio/segments', grant, view: lazy(() => import('./SegmentScreen')) }],
  panels: [
    { slot: 'account.filter', order: 10, title: 'segment.pick', grant, view: narrow },
    { slot: 'portfolio.filter', order: 10, title: 'segment.pick', grant, view: narrow },
  ],
} satisfies Feature

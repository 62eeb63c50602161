// What calendar adds to the shell: on the user's own page, the addresses of his feeds.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

export default {
  name: 'calendar',
  panels: [{ slot: 'me.panel', order: 30, title: 'calendar.feeds', grant: 'visit:write', view: lazy(() => import('./FeedPanel')) }],
} satisfies Feature

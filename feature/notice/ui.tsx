// What notice adds to the shell: the bell, and on the user's own page how he wants to be told.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'user:name'

export default {
  name: 'notice',
  panels: [
    { slot: 'shell.bar', order: 8, title: 'notice.notices', grant, view: lazy(() => import('./NoticeBell')) },
    { slot: 'me.panel', order: 20, title: 'notice.settings', grant, view: lazy(() => import('./NoticePanel')) },
  ],
} satisfies Feature

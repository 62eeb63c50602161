// What collection adds to the shell: who is asked for money, what is expected, and what an account says about it.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'collection:read'

export default {
  name: 'collection',
  screens: [
    { path: '/money/collection', grant, view: lazy(() => import('./ListScreen')) },
    { path: '/money/expected', grant, view: lazy(() => import('./CalendarScreen')) },
  ],
  panels: [
    { slot: 'money.way', order: 20, title: 'collection.calendar', grant, view: lazy(() => import('./Way')) },
    { slot: 'money.panel', order: 40, title: 'collection.disputes_promises', grant, view: lazy(() => import('./SaidPanel')) },
    { slot: 'money.panel', order: 50, title: 'collection.steps', grant, view: lazy(() => import('./StepsPanel')) },
    { slot: 'account.money', order: 40, title: 'collection.collection', grant, view: lazy(() => import('./AccountMoney')) },
  ],
} satisfies Feature

// What terms adds to the shell: when an account pays, and the calendar of days off.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

export default {
  name: 'terms',
  screens: [{ path: '/money/days', grant: 'dayoff:read', view: lazy(() => import('./DaysScreen')) }],
  panels: [
    { slot: 'account.side', order: 42, title: 'terms.terms', grant: 'terms:read', view: lazy(() => import('./TermsPanel')) },
    { slot: 'money.way', order: 90, title: 'terms.calendar', grant: 'dayoff:read', view: lazy(() => import('./Way')) },
  ],
} satisfies Feature

// What claim adds to the shell: whether a company is taken and who has registered it, the way there, and what somebody is told about it.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'claim:read'

export default {
  name: 'claim',
  screens: [{ path: '/accounts/claims', grant, view: lazy(() => import('./ClaimScreen')) }],
  panels: [
    { slot: 'accounts.way', order: 10, title: 'claim.way', grant, view: lazy(() => import('./Way')) },
    { slot: 'shell.bar', order: 5, title: 'claim.news', grant, view: lazy(() => import('./Bell')) },
  ],
} satisfies Feature

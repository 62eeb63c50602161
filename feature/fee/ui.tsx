// What fee adds to the shell: the register of fees below money, one request, and what was spent on an account.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'fee:read'

export default {
  name: 'fee',
  screens: [
    { path: '/money/fees', grant, view: lazy(() => import('./FeesScreen')) },
    { path: '/money/fees/$fee', grant, view: lazy(() => import('./FeeScreen')) },
  ],
  panels: [
    { slot: 'money.way', order: 30, title: 'fee.fees', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.panel', order: 80, title: 'fee.fees', grant, view: lazy(() => import('./FeePanel')) },
  ],
} satisfies Feature

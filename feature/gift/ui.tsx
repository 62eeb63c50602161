// What gift adds to the shell: what was given to people at an account, and the register of it.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'gift:read'

export default {
  name: 'gift',
  screens: [{ path: '/visits/gifts', grant, view: lazy(() => import('./GiftScreen')) }],
  panels: [
    { slot: 'visit.panel', order: 30, title: 'gift.gifts', grant, view: lazy(() => import('./GiftPanel')) },
    { slot: 'visit.way', order: 40, title: 'gift.gifts', grant, view: lazy(() => import('./Way')) },
  ],
} satisfies Feature

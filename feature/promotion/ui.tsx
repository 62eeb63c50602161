// What promotion adds to the shell: the calendar below money, one promotion, and those of an account.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'promotion:read'

export default {
  name: 'promotion',
  screens: [
    { path: '/money/promotions', grant, view: lazy(() => import('./PromotionsScreen')) },
    { path: '/money/promotions/$promotion', grant, view: lazy(() => import('./PromotionScreen')) },
  ],
  panels: [
    { slot: 'money.way', order: 40, title: 'promotion.promotions', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.panel', order: 85, title: 'promotion.promotions', grant, view: lazy(() => import('./PromotionPanel')) },
  ],
} satisfies Feature

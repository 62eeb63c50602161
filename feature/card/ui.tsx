// What card adds to the shell: the list of cards, and the card of an account.
import { CrownOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'card:read'

declare module '../../ui/feature' {
  interface Slots {
    /** beside the title of cards: ways to what belongs to them */
    'card.way': object
  }
}

export default {
  name: 'card',
  menu: [{ path: '/cards', order: 36, title: 'card.cards', grant, icon: CrownOutlined }],
  screens: [{ path: '/cards', grant, view: lazy(() => import('./CardScreen')) }],
  panels: [
    { slot: 'account.chip', order: 11, title: 'card.panel', grant, view: lazy(() => import('./CardChip')) },
    { slot: 'account.mark', order: 10, title: 'card.panel', grant, view: lazy(() => import('./CardChip')) },
    { slot: 'account.panel', order: 16, title: 'card.panel', grant, view: lazy(() => import('./AccountCard')) },
  ],
} satisfies Feature

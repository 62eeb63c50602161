// What receivable adds to the shell: the screen of money, with places for what others know of it.
import { WalletOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'receivable:read'

declare module '../../ui/feature' {
  interface Slots {
    /** beside the title of money: ways to the screens below it */
    'money.way': object
    /** at the right of the ageing: the account that was chosen there */
    'money.panel': { account: string }
    /** below the ageing: what waits for somebody */
    'money.row': object
  }
}

export default {
  name: 'receivable',
  menu: [{ path: '/money', order: 70, title: 'receivable.money', grant, icon: WalletOutlined, key: 'm' }],
  screens: [{ path: '/money', grant, view: lazy(() => import('./MoneyScreen')) }],
  panels: [
    { slot: 'money.panel', order: 30, title: 'receivable.statement', grant, view: lazy(() => import('./StatementPanel')) },
    { slot: 'account.money', order: 10, title: 'receivable.statement', grant, view: lazy(() => import('./StatementPanel')) },
    { slot: 'account.money', order: 20, title: 'receivable.receipts', grant, view: lazy(() => import('./AccountMoney')) },
  ],
} satisfies Feature

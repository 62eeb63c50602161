// What the ledger adds to the account page: sales, products, invoices, lines.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

declare module '../../ui/feature' {
  interface Slots {
    /** above the invoices of an account: what else is told of its money */
    'account.money': { account: string }
  }
}

export default {
  name: 'ledger',
  panels: [
    { slot: 'account.panel', order: 10, title: 'ledger.sales', grant: 'ledger:read', view: lazy(() => import('./SalesPanel')) },
    { slot: 'account.panel', order: 20, title: 'ledger.products', grant: 'ledger:read', view: lazy(() => import('./ProductsPanel')) },
    { slot: 'account.fact', order: 60, title: 'ledger.open', grant: 'invoice:read', view: lazy(() => import('./OpenFact')) },
    { slot: 'account.tab', order: 70, title: 'ledger.money', grant: 'invoice:read', view: lazy(() => import('./MoneyTab')) },
  ],
} satisfies Feature

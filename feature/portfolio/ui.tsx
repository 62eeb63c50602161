// What portfolio adds to the shell: its screen, and what it knows of an account.
import { AppstoreOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'portfolio:read'

declare module '../../ui/feature' {
  interface Slots {
    /** beside the choices of a population: the accounts of a segment only */
    'portfolio.filter': { segment: string; band: string; onChange: (change: { segment: string; band: string }) => void }
    /** beside the title: ways to the screens below the portfolio */
    'portfolio.way': object
  }
}

export default {
  name: 'portfolio',
  menu: [{ path: '/portfolio', order: 30, title: 'portfolio.portfolio', grant, icon: AppstoreOutlined, key: 'p', thumb: true }],
  screens: [{ path: '/portfolio', grant, view: lazy(() => import('./PortfolioScreen')) }, { path: '/portfolio/estimates', grant, view: lazy(() => import('./GapScreen')) }, { path: '/portfolio/register', grant, view: lazy(() => import('./RegisterScreen')) }],
  panels: [
    { slot: 'account.chip', order: 10, title: 'portfolio.classes', grant, view: lazy(() => import('./AccountChips')) },
    { slot: 'account.fact', order: 50, title: 'portfolio.wallet', grant, view: lazy(() => import('./AccountFacts')) },
    { slot: 'account.tab', order: 30, title: 'portfolio.value', grant, view: lazy(() => import('./AccountValue')) },
    { slot: 'shell.foot', order: 10, title: 'portfolio.as_of', grant, view: lazy(() => import('./Foot')) },
  ],
} satisfies Feature

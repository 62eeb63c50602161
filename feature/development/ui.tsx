// What development adds to the shell: the tab of an account with a place for what belongs to it, and the heat map of all.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

declare module '../../ui/feature' {
  interface Slots {
    /** below the stages of an account: loyalty, risks, maintenance */
    'development.panel': { account: string }
  }
}

export default {
  name: 'development',
  screens: [{ path: '/portfolio/development', grant: 'development:watch', view: lazy(() => import('./MapScreen')) }],
  panels: [
    { slot: 'portfolio.way', order: 46, title: 'development.way', grant: 'development:watch', view: lazy(() => import('./Way')) },
    { slot: 'account.tab', order: 25, title: 'development.tab', grant: 'development:read', view: lazy(() => import('./DevelopmentTab')) },
  ],
} satisfies Feature

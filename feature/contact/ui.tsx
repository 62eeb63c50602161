// What contact adds: the people on an account's page, and whole numbers in the search box.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'
import { find } from './find'

export default {
  name: 'contact',
  panels: [{ slot: 'account.tab', order: 40, title: 'contact.contacts', grant: 'contact:read', view: lazy(() => import('./PeopleTab')) }],
  finders: [{ title: 'contact.contacts', grant: 'contact:personal', find }],
} satisfies Feature

// What contact adds to the account page: the people there.
import { lazy } from 'react'
import type { Feature } from '../../ui/feature'

export default {
  name: 'contact',
  panels: [{ slot: 'account.tab', order: 40, title: 'contact.contacts', grant: 'contact:read', view: lazy(() => import('./PeopleTab')) }],
} satisfies Feature

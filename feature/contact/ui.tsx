// What contact adds to the shell: the people on an account's page, in the views that features offer, and whole numbers in the search box.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'
import { find } from './find'

declare module '../../ui/feature' {
  interface Slots {
    /** a way to see the people of an account; the first that the user may see is shown, with a way to the list of contacts */
    'contact.view': { account: string; onContacts: () => void }
  }
}

export default {
  name: 'contact',
  panels: [
    { slot: 'account.tab', order: 20, title: 'contact.relations', grant: 'contact:read', view: lazy(() => import('./PeopleTab')) },
    { slot: 'relation.file', order: 10, title: 'contact.file', grant: 'contact:read', view: lazy(() => import('./PersonFile')) },
    { slot: 'relation.new', order: 10, title: 'contact.new', grant: 'contact:write', view: lazy(() => import('./NewPerson')) },
  ],
  finders: [{ title: 'contact.contacts', grant: 'contact:personal', find }],
} satisfies Feature

// What relation adds to the shell: the map as the first view of an account's people, and the places that it offers to others.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

declare module '../../ui/feature' {
  interface Slots {
    /** the file of somebody who is opened on the map: how to reach him, what he agreed to have kept */
    'relation.file': { account: string; contact: string; onChange: () => void }
    /** asks for somebody new */
    'relation.new': { account: string; onClose: () => void }
  }
}

export default {
  name: 'relation',
  panels: [{ slot: 'contact.view', order: 10, title: 'relation.map', grant: 'relation:read', view: lazy(() => import('./RelationView')) }],
} satisfies Feature

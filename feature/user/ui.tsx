// What user adds to the shell: who may sign in, and how oneself does.
import { SettingOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

declare module '../../ui/feature' {
  interface Slots {
    /** below the form of a user: what other features keep of him */
    'user.more': { user: string; roles: string[] }
    /** on one's own page, below how one signs in: what else is set for oneself alone */
    'me.panel': object
  }
}

export default {
  name: 'user',
  menu: [{ path: '/users', order: 130, title: 'user.users', grant: 'user:read', icon: SettingOutlined, key: 'u' }],
  screens: [
    { path: '/users', grant: 'user:read', view: lazy(() => import('./UsersScreen')) },
    { path: '/me', grant: 'user:name', view: lazy(() => import('./MeScreen')) },
  ],
} satisfies Feature

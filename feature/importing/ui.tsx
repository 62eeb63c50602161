// What importing adds to the shell: the place where data comes in, the bell, and a slot for what else is about data.
import { DatabaseOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

declare module '../../ui/feature' {
  interface Slots {
    /** beside the imports: what else there is to know or to do about the data */
    'data.panel': object
  }
}

const grant = 'import:read'

export default {
  name: 'importing',
  menu: [{ path: '/data', order: 120, title: 'importing.data', grant, icon: DatabaseOutlined, key: 'd' }],
  screens: [
    { path: '/data', grant, view: lazy(() => import('./DataScreen')) },
    { path: '/data/imports/$id', grant, view: lazy(() => import('./ImportScreen')) },
  ],
  panels: [{ slot: 'shell.bar', order: 10, title: 'ui.jobs', grant: 'job:read', view: lazy(() => import('../../ui/kit/JobBell')) }],
} satisfies Feature

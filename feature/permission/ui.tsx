// What permission adds to the shell: the rules, for everybody to read.
import { KeyOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../ui/feature'

const grant = 'permission:read'

export default {
  name: 'permission',
  menu: [{ path: '/permissions', order: 135, title: 'permission.menu', grant, icon: KeyOutlined }],
  screens: [{ path: '/permissions', grant, view: lazy(() => import('./PermissionScreen')) }],
} satisfies Feature

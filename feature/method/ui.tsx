// What method adds to the shell: the library, and in an inbox what a proposal would change.
import { ExperimentOutlined } from '@ant-design/icons'
import type { Feature } from '../../ui/feature'
import { lazy } from '../../ui/lazy'

const grant = 'method:read'
const view = lazy(() => import('./MethodScreen'))

export default {
  name: 'method',
  menu: [{ path: '/methods', order: 100, title: 'method.methods', grant, icon: ExperimentOutlined, key: 'm' }],
  screens: [{ path: '/methods', grant, view }, { path: '/methods/$id', grant, view }],
  panels: [{ slot: 'approval.card', order: 20, title: 'method.what_changes', grant, view: lazy(() => import('./ProposalCard')) }],
} satisfies Feature

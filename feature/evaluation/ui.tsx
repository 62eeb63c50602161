// What evaluation adds to the shell: proposals and movements, and the classes in force of an account.
import { SwapOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'evaluation:read'

export default {
  name: 'evaluation',
  menu: [{ path: '/evaluation', order: 35, title: 'evaluation.evaluation', grant, icon: SwapOutlined, key: 'e' }],
  screens: [{ path: '/evaluation', grant, view: lazy(() => import('./EvaluationScreen')) }],
  panels: [
    { slot: 'account.chip', order: 9, title: 'evaluation.classes', grant, view: lazy(() => import('./AccountInForce')) },
    { slot: 'account.panel', order: 15, title: 'evaluation.classes', grant, view: lazy(() => import('./AccountClasses')) },
    { slot: 'approval.card', order: 20, title: 'evaluation.evaluation', grant, view: lazy(() => import('./ApprovalCard')) },
  ],
} satisfies Feature

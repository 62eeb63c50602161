// What plan adds to the shell: planning as one thread, the ways to what belongs to it, and what has to be done for an account.
import { ScheduleOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'plan:read'

declare module '../../ui/feature' {
  interface Slots {
    /** beside the title of plans: ways to the screens below them */
    'plan.way': object
  }
}

export default {
  name: 'plan',
  menu: [{ path: '/plans', order: 40, title: 'plan.plans', grant, icon: ScheduleOutlined }],
  screens: [{ path: '/plans', grant, view: lazy(() => import('./PlanScreen')) }],
} satisfies Feature

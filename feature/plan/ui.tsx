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
  screens: [
    { path: '/plans', grant, view: lazy(() => import('./PlanScreen')) },
    { path: '/plans/page', grant, view: lazy(() => import('./PageScreen')) },
    { path: '/plans/actions', grant: 'action:read', view: lazy(() => import('./ActionScreen')) },
  ],
  panels: [
    { slot: 'plan.way', order: 80, title: 'plan.actions', grant: 'action:read', view: lazy(() => import('./Ways')) },
    { slot: 'today.do', order: 20, title: 'plan.today_action', grant: 'action:write', view: lazy(() => import('./DoAction')) },
    { slot: 'account.tab', order: 50, title: 'plan.plans', grant: 'action:read', view: lazy(() => import('./AccountPlan')) },
  ],
} satisfies Feature

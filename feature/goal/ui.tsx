// What goal adds to the shell: the goals below the plans, the way to them, and the goal of an account.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'goal:read'

export default {
  name: 'goal',
  screens: [{ path: '/plans/goals', grant, view: lazy(() => import('./GoalScreen')) }],
  panels: [
    { slot: 'plan.way', order: 10, title: 'goal.goals', grant, view: lazy(() => import('./Way')) },
    { slot: 'account.side', order: 20, title: 'goal.goal', grant, view: lazy(() => import('./AccountGoal')) },
  ],
} satisfies Feature

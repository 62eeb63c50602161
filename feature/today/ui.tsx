// What today adds to the shell: the page with which the day begins.
import { CalendarOutlined } from '@ant-design/icons'
import type { Schema } from '../../ui/api'
import type { Feature } from '../../ui/feature'
import { lazy } from '../../ui/lazy'

const grant = 'today:read'

declare module '../../ui/feature' {
  interface Slots {
    /** finishes an item of the day in place; its title is the name of the rule whose items it finishes */
    'today.do': { task: Schema['TodayTask']; onDone: (finished: boolean) => void }
    /** beside the list of the day */
    'today.side': object
  }
}

export default {
  name: 'today',
  menu: [{ path: '/today', order: 10, title: 'today.today', grant, icon: CalendarOutlined, key: 't', thumb: true }],
  screens: [{ path: '/today', grant, view: lazy(() => import('./TodayScreen')) }],
} satisfies Feature

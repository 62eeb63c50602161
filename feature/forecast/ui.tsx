// What forecast adds to the shell: the meeting about the forecast, and the way to it from the deals.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'forecast:read'

export default {
  name: 'forecast',
  screens: [{ path: '/opportunities/forecast', grant, view: lazy(() => import('./ForecastScreen')) }],
  panels: [{ slot: 'opportunity.way', order: 20, title: 'forecast.forecast', grant, view: lazy(() => import('./Way')) }],
} satisfies Feature

// What a screen may say about a chart without loading ECharts.
import type { BarSeriesOption, LineSeriesOption, RadarSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, RadarComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { lazy } from 'react'

export type Drawing = ComposeOption<BarSeriesOption | LineSeriesOption | RadarSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption | RadarComponentOption | TooltipComponentOption>

export type { Mark, Picture } from './Chart'

/** Chart is loaded when the first one is drawn. */
export const Chart = lazy(() => import('./Chart'))

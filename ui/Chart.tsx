// The only module that knows ECharts; screens load it when they draw, and give it data.
import { BarChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, RadarComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, registerTheme, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import type { Drawing } from './drawing'
import { useMode } from './mode'
import { chartTheme, neutral } from './theme'
import { moves } from './motion'

use([BarChart, LineChart, RadarChart, ScatterChart, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, RadarComponent, TooltipComponent, CanvasRenderer])
registerTheme('light', chartTheme('light'))
registerTheme('dark', chartTheme('dark'))

export interface Picture {
  url: () => string
}

/** Mark is what was clicked: a point or bar of a series, or one of the areas behind it. */
export interface Mark {
  area: boolean
  series: string
  index: number
}

interface Props {
  drawing: Drawing
  /** what the drawing says, in one sentence */
  label: string
  onMark?: (mark: Mark) => void
  ref?: RefObject<Picture | null>
}

/** Chart draws on a canvas; its figures are also in the table of its panel. */
export default function Chart({ drawing, label, onMark, ref }: Props) {
  const [mode] = useMode()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(null)
  const mark = useRef(onMark)
  mark.current = onMark

  useEffect(() => {
    const made = init(box.current!, mode)
    made.on('click', ({ componentType, seriesId, dataIndex }) =>
      mark.current?.({ area: componentType === 'markArea', series: String(seriesId), index: Number(dataIndex) }))
    const resized = new ResizeObserver(() => made.resize())
    resized.observe(box.current!)
    chart.current = made
    return () => (resized.disconnect(), made.dispose())
  }, [mode])
  useEffect(() => {
    chart.current?.setOption({ animation: moves, animationDuration: 0, animationDurationUpdate: 200, ...drawing }, { notMerge: false, replaceMerge: ['series'] })
  }, [drawing, mode])
  useImperativeHandle(ref, () => ({ url: () => chart.current!.getDataURL({ pixelRatio: 2, backgroundColor: neutral[mode].surface }) }), [mode])

  return <div ref={box} role="img" aria-label={label} className="chart" />
}

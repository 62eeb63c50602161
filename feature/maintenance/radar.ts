// The shape of the five forms.
import type { Drawing } from '../../ui/drawing'
import { accent, type Mode, neutral } from '../../ui/theme'

/** radar draws how many activities there are of each form. */
export function radar(counts: number[], names: string[], mode: Mode): Drawing {
  const { third, line, hair } = neutral[mode]
  return {
    radar: {
      radius: '62%', center: ['50%', '53%'],
      indicator: names.map((name) => ({ name, max: Math.max(3, ...counts), min: 0 })),
      axisName: { color: third, fontSize: 11 }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: hair } }, splitArea: { show: false }, splitNumber: 3,
    },
    series: [{
      id: 'forms', type: 'radar', silent: true, symbolSize: 5,
      itemStyle: { color: accent[mode] }, lineStyle: { width: 2, color: accent[mode] }, areaStyle: { color: accent[mode], opacity: 0.16 },
      data: [{ value: counts }],
    }],
  }
}

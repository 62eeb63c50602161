import { type ComponentProps, Suspense, useRef } from 'react'
import { Chart, type Drawing, type Mark, type Picture } from '../drawing'
import type { Sheet } from '../sheet'
import { Panel } from './Panel'
import { Waiting } from './Waiting'

interface Props extends Omit<ComponentProps<typeof Panel>, 'children' | 'picture' | 'sheet'> {
  /** no chart without the figures behind it */
  sheet: () => Sheet
  drawing: Drawing
  label: string
  height?: number | string
  onMark?: (mark: Mark) => void
}

/** ChartPanel is a chart with its question, its table and its export. */
export function ChartPanel({ drawing, label, height = '100%', onMark, ...panel }: Props) {
  const picture = useRef<Picture>(null)
  return (
    <Panel {...panel} picture={() => picture.current?.url()}>
      <div style={{ height }}>
        <Suspense fallback={<Waiting rows={6} />}>
          <Chart ref={picture} drawing={drawing} label={label} onMark={onMark} />
        </Suspense>
      </div>
    </Panel>
  )
}

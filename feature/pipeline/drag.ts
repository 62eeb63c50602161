// Dragging a card with a pointer: what is dragged, how far, and over which step.
import { type PointerEvent, useRef, useState } from 'react'
import type { Card } from './server'

const slack = 6 // pixels that a hand may shake before a press becomes a drag

export interface Dragged {
  card: Card
  x: number
  y: number
  over?: string
}

/** useDrag follows a pointer from a card to the step on which it is let go. */
export function useDrag(drop: (card: Card, to: string) => void) {
  const [dragged, set] = useState<Dragged>()
  const start = useRef<{ card: Card; x: number; y: number; far: boolean }>(undefined)
  const stop = () => {
    start.current = undefined
    set(undefined)
  }
  const grip = (card: Card) => ({
    onPointerDown: (e: PointerEvent<HTMLElement>) => {
      if (e.button !== 0 || e.pointerType === 'touch' || (e.target as Element).closest('button')) return
      start.current = { card, x: e.clientX, y: e.clientY, far: false }
    },
    onPointerMove: (e: PointerEvent<HTMLElement>) => {
      const s = start.current
      if (!s || (!s.far && Math.hypot(e.clientX - s.x, e.clientY - s.y) < slack)) return
      if (!s.far) e.currentTarget.setPointerCapture(e.pointerId)
      s.far = true
      set({ card: s.card, x: e.clientX - s.x, y: e.clientY - s.y, over: below(e) })
    },
    onPointerUp: (e: PointerEvent<HTMLElement>) => {
      const s = start.current, to = below(e)
      stop()
      if (s?.far && to) drop(s.card, to)
    },
    onPointerCancel: stop,
  })
  return { dragged, grip }
}

// The card under the pointer lets it through, so that the step below is found.
const below = (e: PointerEvent) => document.elementsFromPoint(e.clientX, e.clientY).map((one) => (one as HTMLElement).closest<HTMLElement>('[data-step]')?.dataset.step).find(Boolean)

// What is being dragged into the calendar, and where it would land.
import { type DragEvent, useState } from 'react'
import { type Slot, snap } from './week'

/** Load is an account that is due, or a visit that moves. */
export type Load = { kind: 'account'; id: string; length: number } | { kind: 'visit'; id: string; length: number } | { kind: 'suggestion'; id: string; length: number }

export interface Drag {
  load?: Load
  /** where it would land now */
  over?: Slot
  grab: (load: Load) => object
  /** the properties of a column of the calendar that begins and ends at some minute */
  column: (day: string, from: number, until: number) => object
}

/** useDrag lets things be dragged into days; whoever uses the keyboard finds the same in the dialogs. */
export function useDrag(drop: (load: Load, slot: Slot) => void): Drag {
  const [load, setLoad] = useState<Load>()
  const [over, setOver] = useState<Slot>()
  const end = () => (setLoad(undefined), setOver(undefined))
  const land = (event: DragEvent, day: string, from: number, until: number) => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = from + ((event.clientY - box.top) / box.height) * (until - from)
    return { day, start: snap(at, load!.length), length: load!.length }
  }
  return {
    load,
    over,
    grab: (load) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', load.id) // some browsers drag nothing without data
        setLoad(load)
      },
      onDragEnd: end,
    }),
    column: (day, from, until) => ({
      onDragOver: (event: DragEvent) => {
        if (!load) return
        event.preventDefault()
        const slot = land(event, day, from, until)
        if (slot.day !== over?.day || slot.start !== over.start) setOver(slot)
      },
      onDragLeave: (event: DragEvent) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(undefined),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        if (load) drop(load, land(event, day, from, until))
        end()
      },
    }),
  }
}

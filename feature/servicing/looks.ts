// How types of service are marked: no two alike, so that a mark tells its type
// where colours do not.
import type { State } from '../../ui/theme'
import type { types } from './server'

export type Marked = Exclude<(typeof types)[number], 'unknown'>

interface Look {
  state: State
  symbol: 'circle' | 'rect' | 'triangle' | 'diamond' | 'roundRect' | 'arrow'
  hollow?: boolean
  size: number
}

/** looks: what is good is a circle, as everywhere, and the better the fuller; better service points up. */
export const looks: Record<Marked, Look> = {
  worse: { state: 'blocked', symbol: 'rect', size: 11 },
  dearer: { state: 'ask', symbol: 'triangle', size: 11 },
  T0: { state: 'info', symbol: 'circle', size: 7 },
  T1: { state: 'ok', symbol: 'circle', hollow: true, size: 11 },
  T2: { state: 'info', symbol: 'diamond', size: 12 },
  T3: { state: 'ok', symbol: 'arrow', size: 12 },
  T4: { state: 'ok', symbol: 'circle', size: 13 },
}

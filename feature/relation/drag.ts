// What dragging a card means: onto somebody else it gives a new manager, elsewhere a new place.
import { circular } from './tree'
import type { Person } from './map'
import { card } from './tree'
import type { Place } from './views'

interface Point {
  x: number
  y: number
}

/** under is the card under a point, other than the one that is held. */
export function under(places: Place[], at: Point, held: string): Place | undefined {
  return places.find(({ key, x, y }) => key !== held && at.x >= x && at.x <= x + card.width && at.y >= y && at.y <= y + card.height)
}

export type Drop = { does: 'nothing' } | { does: 'refuse'; onto: Person } | { does: 'move'; onto: Person } | { does: 'place'; by: Point }

/** dropped says what letting go of a card does; nearer than this to its place it was not dragged at all. */
export function dropped(people: Person[], held: Place, onto: Place | undefined, at: Point): Drop {
  if (onto) {
    if (held.person.reports === onto.person.id) return { does: 'nothing' }
    return { does: circular(people, held.person.id, onto.person.id) ? 'refuse' : 'move', onto: onto.person }
  }
  const by = { x: Math.round(at.x - held.x), y: Math.round(at.y - held.y) }
  return Math.hypot(by.x, by.y) < 8 ? { does: 'nothing' } : { does: 'place', by }
}

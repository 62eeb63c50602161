// What a move of a card is, and what it makes of the board.
import type { Board, Card, Column } from './server'

export type Way = 'next' | 'skip' | 'back' | 'stay'

/** way is how a card gets to a step: leaving steps out and going back take a reason. */
export function way({ columns }: Board, card: Card, to: string): Way {
  const from = columns.findIndex((c) => c.key === card.stage && c.known), at = columns.findIndex((c) => c.key === to)
  if (card.stage === to) return 'stay'
  if (from < 0 || at > from + 1) return 'skip'
  return at < from ? 'back' : 'next'
}

/** lacking are the mandatory milestones without which a card does not get to a step. */
export function lacking({ columns }: Board, card: Card, to: string) {
  const from = columns.findIndex((c) => c.key === card.stage && c.known), at = columns.findIndex((c) => c.key === to)
  return columns.slice(Math.max(from, 0), Math.max(at, 0)).flatMap((c) => c.milestones.filter((m) => !card.reached?.includes(m.key)))
}

/** aside is the step beside that of a card where it may be moved by key. */
export function aside({ columns }: Board, card: Card, by: 1 | -1): Column | undefined {
  const steps = columns.filter((c) => c.known)
  return steps[steps.findIndex((c) => c.key === card.stage) + by]
}

/** moved is the board with a card at another step, sums included. */
export function moved(board: Board, card: Card, to: string): Board {
  const target = board.columns.find((c) => c.key === to)
  if (!target) return board
  const weighted = card.amount_minor == null ? null : Math.round((card.amount_minor * target.percent) / 100)
  const stays = board.columns.some((c) => c.key === to && c.cards.some((one) => one.id === card.id))
  const next: Card = { ...card, stage: to, percent: target.percent, weighted_minor: weighted, dwell: target.dwell, days: 0, stuck: false, entered: board.today }
  const columns = board.columns.map((c) => {
    const had = c.cards.find((one) => one.id === card.id)
    const cards = c.cards.filter((one) => one.id !== card.id)
    if (c.key === to) return stays ? { ...c, cards: c.cards.map((one) => (one.id === card.id ? next : one)) } : held({ ...c, cards: [next, ...cards] }, next, 1)
    return had ? held({ ...c, cards }, had, -1) : c
  })
  return { ...board, columns, total: { ...board.total, weighted_minor: columns.reduce((all, c) => all + c.weighted_minor, 0) } }
}

const held = (c: Column, card: Card, by: 1 | -1): Column => ({
  ...c,
  count: c.count + by,
  amount_minor: c.amount_minor + by * (card.amount_minor ?? 0),
  weighted_minor: c.weighted_minor + by * (card.weighted_minor ?? 0),
  unknown: c.unknown + (card.amount_minor == null ? by : 0),
})

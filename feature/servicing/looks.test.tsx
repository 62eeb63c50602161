import { expect, it } from 'vitest'
import { looks } from './looks'

it('marks no two types with the same colour and shape', () => {
  const marks = Object.values(looks).map(({ state, symbol, hollow }) => `${state} ${symbol} ${hollow}`)
  expect(new Set(marks).size).toBe(marks.length)
})

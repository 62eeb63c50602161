import { expect, test } from 'vitest'
import { type Step, stairs } from './stairs'

const step = (kind: Step['kind'], amount: number): Step => ({ name: `${kind} ${amount}`, kind, amount, written: '' })

test('costs hang below the sum before them, on a scale of their own', () => {
  const all = stairs([step('sum', 1000), step('cost', -700), step('sum', 300), step('cost', -60), step('cost', -150), step('sum', 90)])
  expect(all.map((s) => [s.from, s.to].map((v) => Math.round(v * 100)))).toEqual([[0, 100], [100, 30], [0, 100], [100, 80], [80, 30], [0, 30]])
})

test('a loss reaches below zero', () => {
  const all = stairs([step('sum', 100), step('cost', -150), step('sum', -50)])
  expect(all.map((s) => [s.from, s.to, s.zero].map((v) => Math.round(v * 300)))).toEqual([[100, 300, 100], [300, 0, 100], [100, 0, 100]])
})

test('of nothing there is nothing to draw', () => {
  expect(stairs([step('sum', 0)]).map((s) => [s.from, s.to])).toEqual([[0, 0]])
  expect(stairs([])).toEqual([])
})

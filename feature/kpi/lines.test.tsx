import { describe, expect, it } from 'vitest'
import { lines } from './lines'

describe('lines', () => {
  it('reads a line of month, purpose, amount and source', () => {
    expect(lines('2026-03, winning, 60000, 市场部预算表')).toEqual([{ month: '2026-03-01', kind: 'winning', amount: 6_000_000, source: '市场部预算表' }])
  })
  it('reads what a spreadsheet copies, and days', () => {
    expect(lines('2026-03-15\tkeeping\t1,200.50\t客服中心\n\n')).toEqual([{ month: '2026-03-15', kind: 'keeping', amount: 120_050, source: '客服中心' }])
  })
  it('takes an amount that is none for none, not for zero', () => {
    expect(lines('2026-03, keeping, , a\n2026-04, keeping, viel, a\n2026-05, keeping, 0, a').map((l) => l.amount)).toEqual([NaN, NaN, 0])
  })
  it('keeps commas within a source', () => {
    expect(lines('2026-03, keeping, 5, a, b')[0]!.source).toBe('a, b')
  })
})

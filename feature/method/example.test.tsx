import { describe, expect, it } from 'vitest'
import { layout } from './example'

describe('a worked example is laid out', () => {
  it('with the class of each customer in its line, found by the id', () => {
    const { facts, table, result } = layout({ as_of: '2026-06-30', customers: [{ id: 'C01', sales: 820 }, { id: 'C09', sales: 6 }] }, { C01: 'A', C09: 'C' })
    expect(facts).toEqual({ as_of: '2026-06-30' })
    expect(table).toEqual({ inputs: ['id', 'sales'], results: [''], rows: [{ input: { id: 'C01', sales: 820 }, result: { '': 'A' } }, { input: { id: 'C09', sales: 6 }, result: { '': 'C' } }] })
    expect(result).toBeUndefined()
  })

  it('with several results in their own columns, found by the place', () => {
    const { table } = layout([{ sales: 1 }, { sales: 2, vip: true }], [{ cell: '(1,4)', class: 'A' }, { cell: '(2,4)', class: 'B' }])
    expect([table?.inputs, table?.results]).toEqual([['sales', 'vip'], ['cell', 'class']])
  })

  it('leaving a line open for which nothing comes out', () => {
    const { table } = layout({ customers: [{ id: 'C01' }, { id: 'C10' }] }, { C01: ['REV'] })
    expect(table?.rows[1]?.result).toEqual({})
  })

  it('with the result apart, where it is not by line', () => {
    expect(layout({ customers: [{ id: 'C01' }, { id: 'C02' }] }, { hhi: 0.4 })).toMatchObject({ table: { results: [] }, result: { hhi: 0.4 } })
    expect(layout({ employees: 350, revenue: 1 }, 'small')).toEqual({ facts: { employees: 350, revenue: 1 }, result: 'small' })
    expect(layout(7, 'A')).toEqual({ facts: { '': 7 }, result: 'A' })
  })
})

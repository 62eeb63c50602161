import { describe, expect, it } from 'vitest'
import { asksTax, call, firstTroubles, lacking, match, matchingOf, size, stepOf, undoable } from './wizard'

const counts = { rows: 100, inserted: 90, updated: 0, duplicates: 6, rejected: 4 }

describe('the wizard', () => {
  it('starts with the upload and ends with the report', () => {
    expect([undefined, 'draft', 'checking', 'checked', 'booking', 'published', 'failed'].map((s) => stepOf(s as never))).toEqual([0, 1, 2, 2, 3, 4, 4])
  })

  it.each([
    ['names what stays behind', counts, 'importing.call_leave', false],
    ['does not speak of errors when there are none', { ...counts, rejected: 0 }, 'importing.call', false],
    ['offers nothing when every row is known already', { ...counts, inserted: 0, rejected: 0 }, 'importing.call_none', true],
    ['offers nothing when every row is wrong', { ...counts, inserted: 0, duplicates: 0, rejected: 100 }, 'importing.call_none', true],
  ])('%s on the last button', (_, c, key, off) => {
    expect(call(c)).toEqual({ key, off })
  })
})

it('shows every reason before it repeats one', () => {
  const reasons = [{ first: [{ row: 2 }, { row: 3 }, { row: 4 }] }, { first: [{ row: 900 }] }]
  expect(firstTroubles({ reasons }, 3)).toEqual([{ row: 2 }, { row: 3 }, { row: 900 }])
  expect(firstTroubles({ reasons: [] })).toEqual([])
})

describe('matching columns', () => {
  const now = { account: '客户编码', amount: '价税合计' }

  it.each([
    ['a free column takes a free field', match(now, '开票日', 'date'), { ...now, date: '开票日' }],
    ['a field leaves the column it had', match(now, '金额', 'amount'), { account: '客户编码', amount: '金额' }],
    ['a column leaves the field it had', match(now, '价税合计', 'amount_gross'), { account: '客户编码', amount_gross: '价税合计' }],
    ['a column can be left out', match(now, '价税合计', undefined), { account: '客户编码' }],
    ['choosing the same again changes nothing', match(now, '价税合计', 'amount'), now],
  ])('%s', (_, got, want) => {
    expect(got).toEqual(want)
  })

  it('starts from what was found out', () => {
    expect(matchingOf([{ name: '客户编码', field: 'account' }, { name: '备注', field: '' }])).toEqual({ account: '客户编码' })
  })

  it.each([
    ['an amount that does not say', 'orders', { amount: '金额' }, true],
    ['a price alone', 'orders', { price: '单价' }, true],
    ['not where net and gross both stand', 'orders', { amount: '未税', amount_gross: '含税' }, false],
    ['not for invoices, which are gross', 'invoices', { amount: '金额' }, false],
  ] as const)('asks for tax: %s', (_, kind, matching, asks) => {
    expect(asksTax(kind, matching)).toBe(asks)
  })

  it('lacks what no column fills, and one of several is enough', () => {
    const needs = [['account'], ['date'], ['amount', 'amount_gross', 'price']]
    expect(lacking(now, needs)).toEqual([['date']])
    expect(lacking({}, needs)).toEqual(needs)
  })
})

describe('the rest of an import', () => {
  it.each([
    ['just published', '2026-07-01T08:00:00Z', 24],
    ['for a last hour', '2026-06-30T08:30:00Z', 1],
    ['not after a day', '2026-06-30T08:00:00Z', 0],
    ['not when it never was', '', 0],
  ])('can be undone: %s', (_, at, hours) => {
    expect(undoable(at ? Date.parse(at) * 1000 : 0, new Date('2026-07-01T08:00:00Z'))).toBe(hours)
  })

  it('tells sizes the way people do', () => {
    expect([12, 2048, 3.1 * 2 ** 20].map(size)).toEqual(['12 B', '2 kB', '3.1 MB'])
  })
})

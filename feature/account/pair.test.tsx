import { describe, expect, it } from 'vitest'
import { better, compared, kept, type Side } from './pair'

const side = (values: Partial<Side>) => ({ name: '', uscc: '', city: '', ...values }) as Side
const sold = (sales_minor: number) => ({ figures: { sales_minor } }) as Partial<Side>

describe('which account stays', () => {
  const plain = side({ id: 'older' })
  it.each([
    ['the older, when nothing speaks for either', plain, side({ id: 'newer' }), 'older'],
    ['the one that sells more', plain, side({ id: 'newer', ...sold(5) }), 'newer'],
    ['the one with a credit code', plain, side({ id: 'newer', uscc: '91310000MA1K3ABC2N' }), 'newer'],
    ['sales before a credit code', side({ id: 'older', ...sold(5) }), side({ id: 'newer', uscc: '91310000MA1K3ABC2N' }), 'older'],
  ])('%s', (_, older, newer, want) => {
    expect(better([older, newer]).id).toBe(want)
  })
})

describe('which value stays', () => {
  const stays = side({ id: 'stays', name: '上海瀚岳', city: '' }), goes = side({ id: 'goes', name: '上海瀚岳盾构', city: '上海' })
  it.each([
    ['of the account that stays', 'name', [], 'stays'],
    ['of the other, when chosen', 'name', ['name'], 'goes'],
    ['the only one there is', 'city', [], 'goes'],
    ['nothing, when neither knows', 'uscc', ['uscc'], 'stays'],
  ] as const)('%s', (_, field, take, want) => {
    expect(kept(field, stays, goes, take).id).toBe(want)
  })

  it('shows fields that at least one of them has', () => {
    expect(compared(stays, goes)).toEqual(['name', 'city'])
  })
})

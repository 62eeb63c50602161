import { expect, test } from 'vitest'
import { bands, built, changed, type Group, nothing, wire } from './tree'

const sales = { field: 'sales', op: 'least', value: 200 }

test('what is not finished is left out', () => {
  const tree: Group = { join: 'all', not: false, items: [sales, { field: 'region', op: 'is' }, { join: 'any', not: false, items: [] }] }
  expect(wire(tree)).toEqual({ all: [sales] })
  expect(wire(nothing())).toBeUndefined()
})

test('zero and false are values', () => {
  expect(wire({ field: 'sales', op: 'is', value: 0 })).toEqual({ field: 'sales', op: 'is', value: 0 })
  expect(wire({ field: 'key_account', op: 'is', value: false })).toEqual({ field: 'key_account', op: 'is', value: false })
})

test('whether something is known asks for no value', () => {
  expect(wire({ field: 'sales', op: 'known', value: 3 })).toEqual({ field: 'sales', op: 'known' })
})

test('what was kept is built on as it was', () => {
  const kept = { any: [sales, { not: { all: [{ field: 'region', op: 'is', value: '华东' }] } }] }
  expect(wire(built(kept))).toEqual(kept)
  expect(wire(built({ not: { not: sales } }))).toEqual({ all: [sales] })
})

test('a rule is changed or taken away in its place', () => {
  const tree: Group = { join: 'all', not: false, items: [sales, { field: 'name', op: 'holds', value: '电' }] }
  expect(changed(tree, 1).items).toEqual([sales])
  expect(changed(tree, 0, { ...sales, value: 5 }).items[0]).toEqual({ ...sales, value: 5 })
})

test('bands leave no gap and do not overlap, however the breaks were typed', () => {
  expect(bands([40, 20, 30, 30], ['小'])).toEqual([
    { name: '小', from: null, to: 20 }, { name: '', from: 20, to: 30 }, { name: '', from: 30, to: 40 }, { name: '', from: 40, to: null }])
  expect(bands([], [])).toEqual([{ name: '', from: null, to: null }])
})

import { describe, expect, it, test } from 'vitest'
import { fresh, placed, sections, sum } from './shape'
import type { Field } from './wire'

const leaf = (name: string, more: Partial<Field> = {}): Field => ({ name, path: name, label: `m.field_${name}`, type: 'number', ...more })
const list = (name: string, element: Field): Field => leaf(name, { type: 'list', element })
const group = (name: string, ...fields: Field[]): Field => leaf(name, { type: 'group', fields: fields.map((f) => ({ ...f, path: `${name}.${f.path}` })) })
const row = (...fields: Field[]) => leaf('', { type: 'group', fields })
const kinds = (fields: Field[], usual: unknown = {}) => sections(fields, usual).map((s) => s.kind)

describe('a part is drawn by what the form says', () => {
  it.each<[string, Field, string]>([
    ['a number', leaf('rate'), 'fields'],
    ['yes or no', leaf('on', { type: 'boolean' }), 'fields'],
    ['numbers in order', list('cuts', leaf('')), 'cuts'],
    ['cells of two axes', list('table', list('', leaf('', { type: 'text' }))), 'grid'],
    ['aspects with weights', group('card', list('aspects', row(leaf('weight')))), 'scorecard'],
    ['something that can be switched off', group('CORE', leaf('enabled', { type: 'boolean' }), leaf('least')), 'rules'],
    ['rows', list('rows', row(leaf('employees'), leaf('revenue'))), 'rows'],
    ['words', list('excluded', leaf('', { type: 'text' })), 'words'],
    ['things that belong together', group('slack', leaf('points'), leaf('times')), 'group'],
  ])('%s', (_, field, want) => {
    expect(kinds([field])).toEqual([want])
  })
})

const level = (name: string) => group(name, leaf('sales'), leaf('visits'))
const rule = (name: string, ...more: Field[]) => group(name, leaf('enabled', { type: 'boolean' }), ...more)

test.each([
  ['groups described alike are rows of one table, single values stay apart', [level('gold'), level('silver'), leaf('need')], ['peers', 'fields']],
  ['groups of different things are not', [level('gold'), group('slack', leaf('points'), leaf('times'))], ['group', 'group']],
  ['rules stand in one list, whatever each asks for', [rule('REV', leaf('share')), rule('TIER'), leaf('part')], ['rules', 'fields']],
])('%s', (_, fields, want) => {
  expect(kinds(fields)).toEqual(want)
})

describe('single numbers are cuts of one scale', () => {
  const share = (name: string) => leaf(name, { unit: 'share' })
  it.each([
    ['when they have one unit and rise', [share('A'), share('B')], { A: 0.8, B: 0.95 }, 'cuts'],
    ['when they fall', [share('A'), share('B')], { A: 0.95, B: 0.8 }, 'cuts'],
    ['but not in any order', [share('A'), share('B'), share('C')], { A: 0.2, B: 0.8, C: 0.3 }, 'fields'],
    ['nor of different units', [share('A'), leaf('B', { unit: 'days' })], { A: 0.8, B: 9 }, 'fields'],
    ['nor alone', [share('A')], { A: 0.8 }, 'fields'],
  ])('%s', (_, fields, usual, want) => {
    expect(kinds(fields, usual)).toEqual([want])
  })
})

test('a field of a row stands in its row', () => {
  expect(placed(leaf('weight', { path: 'card.aspects.*.items.*.weight' }), 'card.aspects.1.items.2').path).toBe('card.aspects.1.items.2.weight')
})

test('what a row holds stands in its row, too', () => {
  const buying = leaf('buying', { type: 'group', path: 'steps.*.buying', fields: [leaf('zh', { type: 'text', path: 'steps.*.buying.zh' })] })
  expect(placed(buying, 'steps.3').fields?.map((f) => f.path)).toEqual(['steps.3.buying.zh'])
})

test('a line that is added says nothing yet', () => {
  const severity = leaf('severity', { type: 'choice', choices: [{ value: 'warn', label: 'm.warn' }, { value: 'good', label: 'm.good' }] })
  expect(fresh(row(leaf('name', { type: 'text' }), severity, leaf('number', { minimum: 1 }), leaf('on', { type: 'boolean' }), list('steps', row(leaf('percent'))))))
    .toEqual({ name: '', severity: 'warn', number: 1, on: true, steps: [] })
})

test('weights sum up without dust', () => {
  expect(sum([33.3, 33.3, 33.4])).toBe(100)
})

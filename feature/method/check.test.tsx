import { describe, expect, it } from 'vitest'
import { check } from './check'
import { named } from './editing'
import { put } from './path'
import type { Field } from './wire'

const leaf = (path: string, more: Partial<Field> = {}): Field => ({ name: path.split('.').at(-1)!.replace('*', ''), path, label: 'value.field_' + path.split('.').at(-1), type: 'number', ...more })
const form: Field[] = [
  leaf('card', { type: 'group', fields: [
    leaf('card.aspects', { type: 'list', element: leaf('card.aspects.*', { type: 'group', fields: [
      leaf('card.aspects.*.name', { type: 'text' }), leaf('card.aspects.*.weight'),
      leaf('card.aspects.*.items', { type: 'list', element: leaf('card.aspects.*.items.*', { type: 'group', fields: [leaf('card.aspects.*.items.*.name', { type: 'text' }), leaf('card.aspects.*.items.*.weight')] }) }),
    ] }) }),
    leaf('card.least'),
  ] }),
  leaf('cuts', { type: 'list', element: leaf('cuts.*'), items: ['value.cut_C', 'value.cut_B', 'value.cut_A'] }),
]
const usual = {
  card: { least: 0.6, aspects: [{ name: 'finance', weight: 70, items: [{ name: 'margin', weight: 60 }, { name: 'payment', weight: 40 }] }, { name: 'service', weight: 30, items: [{ name: 'loyalty', weight: 100 }] }] },
  cuts: [50, 70, 85],
}

describe('before the server is asked, one sees', () => {
  it.each<[string, [string, unknown][], [string, string][]]>([
    ['nothing wrong with the default', [], []],
    ['that aspects do not make 100', [['card.aspects.0.weight', 60]], [['card.aspects', 'method.wrong_sum']]],
    ['that indicators do not make 100', [['card.aspects.0.items.1.weight', 41]], [['card.aspects.0.items', 'method.wrong_sum']]],
    ['a cut that does not rise', [['cuts.1', 50]], [['cuts.1', 'method.wrong_rise']]],
    ['an empty cut', [['cuts.2', null]], [['cuts.2', 'method.wrong_empty']]],
    ['an empty field', [['card.least', null]], [['card.least', 'method.wrong_empty']]],
  ])('%s', (_, edits, want) => {
    const config = edits.reduce((c, [path, value]) => put(c, path, value), usual)
    expect(check(form, config, usual).map((w) => [w.path, w.says])).toEqual(want)
  })
})

describe('a place is named by where it is', () => {
  it.each([
    ['card.aspects.0.items.1.weight', 'value.field_card finance payment value.field_weight'],
    ['cuts.2', 'value.field_cuts value.cut_A'],
    ['card.least', 'value.field_card value.field_least'],
  ])('%s', (path, want) => {
    expect(named(form, usual, path).map((n) => n.key ?? n.word ?? n.number).join(' ')).toBe(want)
  })
})

import { describe, expect, it, test } from 'vitest'
import { chapters, narrow, type Narrowed, stateOf, tally } from './state'

const draft = { version: 1 } as never

describe('the mark of a method says', () => {
  it.each([
    ['that it is in force', { confidence: 'high', used: ['method.used_account'] }, 'force'],
    ['that it is our own', { confidence: 'low', used: ['method.used_account'] }, 'own'],
    ['that nothing uses it', { confidence: 'low', used: [] }, 'off'],
    ['that somebody works on it, before everything else', { confidence: 'low', used: [], draft }, 'draft'],
  ] as const)('%s', (_, method, want) => {
    expect(stateOf({ ...method, used: [...method.used] })).toBe(want)
  })
})

const library: Narrowed[] = [
  { id: 'M14', name: '客户价值计分卡', group: 'identify', state: 'draft' },
  { id: 'M24', name: 'RFM', group: 'behaviour', state: 'force' },
  { id: 'M15', name: '(X,Y) 0–4 分类', group: 'identify', state: 'force' },
]

describe('a library is narrowed', () => {
  it.each([
    ['by an id', 'm1', '', 'M14 M15'],
    ['by a name', 'rf', '', 'M24'],
    ['by a state', '', 'force', 'M24 M15'],
    ['by nothing', ' ', '', 'M14 M24 M15'],
    ['to nothing', 'xyz', '', ''],
  ])('%s', (_, words, state, want) => {
    expect(narrow(library, words, state).map((m) => m.id).join(' ')).toBe(want)
  })
})

test('methods stand under their chapters', () => {
  expect(chapters(library).map((c) => [c.group, c.methods.map((m) => m.id).join(' ')])).toEqual([['identify', 'M14 M15'], ['behaviour', 'M24']])
})

test('every state has its count', () => {
  expect(tally(library).map((s) => `${s.state} ${s.count}`)).toEqual(['force 2', 'draft 1', 'own 0', 'off 0'])
})

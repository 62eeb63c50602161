import { beforeEach, expect, test } from 'vitest'
import { type Draft, type Kept, type Outcome, Pocket } from './pocket'

type Body = { note: string }
type Named = Kept & { name: string }
let pocket: Pocket<Named, Body, Body>

beforeEach(() => {
  localStorage.clear()
  pocket = new Pocket(localStorage)
  pocket.open('shen')
})

const draft = (key: string, at: number, state: Draft['state'] = 'waiting'): Draft<Body, Body, Named> => ({ key, visit: 'v' + key, of: { id: 'v' + key, day: '2026-07-01', name: key }, version: 3, body: { note: key }, at, state })

test('of many visits those of today and tomorrow are kept, and tomorrow that of today is gone', () => {
  const on = (day: string) => ({ id: day, day, name: day })
  pocket.keep(['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03'].map(on), '2026-07-01', 'Asia/Shanghai')
  expect(pocket.visits('2026-07-01').map((v) => v.id)).toEqual(['2026-07-01', '2026-07-02'])
  expect(pocket.visits('2026-07-02').map((v) => v.id)).toEqual(['2026-07-02'])
})

test('reports are sent in the order in which they were written, and what was sent is gone', async () => {
  pocket.write(draft('b', 20))
  pocket.write(draft('a', 10))
  pocket.write(draft('c', 5, 'open'))
  const seen: string[] = []
  expect(await pocket.send(async (d) => (seen.push(d.key), { sent: true }))).toBe(2)
  expect(seen).toEqual(['a', 'b'])
  expect(pocket.drafts().map((d) => d.key)).toEqual(['c'])
})

test('without network the rest waits, with the same key', async () => {
  pocket.write(draft('a', 10))
  pocket.write(draft('b', 20))
  let asked = 0
  expect(await pocket.send(async () => (asked++, 'offline'))).toBe(0)
  expect(asked).toBe(1)
  expect(pocket.drafts().map((d) => [d.key, d.state])).toEqual([['a', 'waiting'], ['b', 'waiting']])
})

test.each<[string, Outcome<Body>, Partial<Draft<Body, Body, Named>>]>([
  ['a conflict keeps both versions', { conflict: { note: 'theirs' } }, { state: 'conflict', theirs: { note: 'theirs' }, body: { note: 'a' } }],
  ['a refusal keeps the report and says why', { fault: 'too long ago' }, { state: 'refused', fault: 'too long ago', body: { note: 'a' } }],
])('%s, and the others are sent all the same', async (_, outcome, left) => {
  pocket.write(draft('a', 10))
  pocket.write(draft('b', 20))
  expect(await pocket.send(async (d) => (d.key === 'a' ? outcome : { sent: true }))).toBe(1)
  expect(pocket.drafts()).toHaveLength(1)
  expect(pocket.draft('va')).toMatchObject(left)
})

test('who signs in next finds nothing, who comes back finds his own', () => {
  localStorage.setItem('erba.mode', 'dark')
  pocket.write(draft('a', 10))
  new Pocket(localStorage).open('shen')
  expect(pocket.drafts()).toHaveLength(1)
  new Pocket(localStorage).open('qin')
  expect(pocket.drafts()).toEqual([])
  pocket.empty()
  pocket.open('shen') // a screen that is still there
  expect(Object.keys(localStorage)).toEqual(['erba.mode'])
})

test('screens hear of every change', () => {
  let heard = 0
  const stop = pocket.listen(() => heard++)
  pocket.write(draft('a', 10))
  pocket.drop('a')
  stop()
  pocket.empty()
  expect(heard).toBe(2)
})

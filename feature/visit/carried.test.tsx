import { expect, test } from 'vitest'
import { type Brief, carried, type Kept, keptOf } from './visits'

const brief = {
  as_of: '2026-07-01', account: 'a', currency: 'CNY', visit: { id: 'v', voice: '预算只听老板一个人的' }, money: { light: 'red', sum: 5, late: 1 }, pending: [], history: [],
  people: [{ id: 'p', name: '严叙', title: '设备处长', department: '设备处', duties: '家里有两个孩子', comes: true, attitude: -2 }],
  last: { id: 'w', day: '2026-06-01', purpose: '例行拜访', met: 1, objectives: [], voice: '名单周五给你', result: '一切正常', verdict: '还行' },
} as unknown as Brief

test('on the way one has whom one meets and what is pending, but nobody’s attitude, nothing written about him, and no words of a customer', () => {
  const taken = JSON.stringify(carried(brief))
  for (const there of ['严叙', '设备处长', '例行拜访', '"late":1']) expect(taken).toContain(there)
  for (const left of ['attitude', '孩子', '预算', '周五', '一切正常', '还行']) expect(taken).not.toContain(left)
})

test('a report that waits carries no briefing along', () => {
  expect(keptOf({ id: 'v', day: '2026-07-01', brief: carried(brief) } as unknown as Kept)).not.toHaveProperty('brief')
})

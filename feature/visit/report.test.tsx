import { describe, expect, test } from 'vitest'
import { attained, begun, filled, said, stepped, stride, working } from './report'

describe('how far an objective was reached', () => {
  test.each([
    ['two of three samples', '2', '3', 2 / 3],
    ['more than is counted', '8', '4', 1.5],
    ['nothing', '0', '2', 0],
    ['not said', null, '2', null],
    ['of nothing', '1', null, null],
  ])('%s', (_, actual, target, share) => {
    expect(attained(actual, target)).toEqual(share)
  })
  test.each([['2', 1], ['9', 1], ['20', 1], ['100', 10], ['50000', 1000], ['0.5', 1]])('of %s a touch is %d', (target, by) => {
    expect(stride(target)).toBe(by)
  })
  test('touches begin at nothing and do not go below it', () => {
    expect(stepped(null, '2', 1)).toBe('1')
    expect(stepped('0', '2', -1)).toBe('0')
    expect(stepped('20', '300', 1)).toBe('30')
  })
})

test('three working days after a Thursday is a Tuesday', () => {
  expect(working('2026-07-02', 3)).toBe('2026-07-07')
  expect(working('2026-07-04', 1)).toBe('2026-07-06')
})

test('what was not said is not sent, and an evaluation is whole or none', () => {
  const report = { ...begun, result: ' 谈妥试装 ', voice: ' ', next: '', next_on: '2026-07-03', rating: 4 }
  expect(said({ ...report, results: [{ objective: 'a', actual: '1' }] })).toEqual({
    result: '谈妥试装', results: [{ objective: 'a', actual: '1' }], topics: [], promises: [],
  })
  expect(said({ ...report, replan: false })).toMatchObject({ rating: 4, replan: false, verdict: '谈妥试装' })
})

test('the four steps fill one after the other', () => {
  expect(filled({ result: '' })).toEqual([false, false, false, false])
  expect(filled({ result: '好的', voice: '我扛', promises: [{ by: 'us', text: 'x', due: '2026-07-03' }], replan: false })).toEqual([true, true, true, true])
})

import { expect, test } from 'vitest'
import { figures } from './figures'

const sums: [string, string, 'plain' | 'large', number, string][] = [
  ['万元 from 100 on has no decimals', 'zh-CN', 'large', 286_420_0000_00, '286,420'],
  ['万元 below 100 has one', 'zh-CN', 'large', 12_3456_00, '12.3'],
  ['万元 below 0.1 has two', 'zh-CN', 'large', -345_00, '−0.03'],
  ['0.1 万元 has one', 'zh-CN', 'large', 1_000_00, '0.1'],
  ['zero is 0, not missing', 'zh-CN', 'large', 0, '0'],
  ['a minus is U+2212', 'zh-CN', 'large', -148_0000_00, '−148'],
  ['元 is whole', 'zh-CN', 'plain', 123_456_78, '123,457'],
  ['millions below 10 have two decimals', 'en', 'large', 1_264_000_00, '1.26'],
  ['millions from 10 on have one', 'en', 'large', 62_140_000_00, '62.1'],
]

test.each(sums)('%s', (_, language, unit, minor, written) => {
  expect(figures(language, unit).sum(minor)).toBe(written)
})

test('what is missing is a dash', () => {
  const f = figures('en', 'large')
  expect([f.sum(null), f.share(undefined), f.count(null), f.date(''), f.change(null)]).toEqual(Array(5).fill('—'))
})

test('a change always has its sign', () => {
  const f = figures('en', 'large')
  expect([f.change(0.068), f.change(-0.24, 0), f.change(0)]).toEqual(['+6.8%', '−24%', '0.0%'])
})

test('a document shows every cent', () => {
  expect(figures('en', 'large').exact(1_264_000_00)).toBe('1,264,000.00')
})

test('an axis has no decimals that say nothing', () => {
  expect([10_0000_00, 15_5000_00, 0].map(figures('zh-CN', 'large').tick)).toEqual(['10', '15.5', '0'])
  expect([10_000_00, 100_000_000_00].map(figures('en', 'large').tick)).toEqual(['0.01', '100'])
})

test('a day of this year goes without the year', () => {
  const today = '2026-07-01'
  const f = figures('en', 'large')
  expect([f.day('2026-06-30', today), f.day('2025-06-30', today)]).toEqual(['06-30', '2025-06-30'])
})

import { expect, test } from 'vitest'
import { figures } from '../../ui/figures'
import { mainSteps, moves } from './main'

const zh = { ...figures('zh-CN', 'plain'), unit: '元' }
const say = (key: string) => key
const parts = [
  { name: 'sales', kind: 'sum' as const, amount: 1000_00 }, { name: 'goods', kind: 'cost' as const, amount: -700_00 }, { name: 'gross', kind: 'sum' as const, amount: 300_00 },
  { name: 'visit', kind: 'cost' as const, amount: -40_00 }, { name: 'freight', kind: 'cost' as const, amount: -20_00 }, { name: 'rebate', kind: 'cost' as const, amount: null },
  { name: 'credit_within', kind: 'cost' as const, amount: -10_00 }, { name: 'credit_overdue', kind: 'cost' as const, amount: null }, { name: 'contribution', kind: 'sum' as const, amount: 230_00 },
]

test('costs of a kind are one column, and what nobody recorded is said to be', () => {
  expect(mainSteps(parts, zh, say, false).map((s) => [s.name, s.amount / 100, s.written, s.part ?? ''])).toEqual([
    ['worth.part_gross', 300, '300', '30.0%'], ['worth.to_serve', -60, '−60', '−6.0%'], ['worth.given', 0, 'worth.no_data', ''],
    ['worth.credit', -10, '−10', '−1.0%'], ['worth.part_contribution', 230, '230', '23.0%']])
})

test('as parts of sales the shares are written large', () => {
  expect(mainSteps(parts, zh, say, true).map((s) => [s.written, s.part ?? ''])[0]).toEqual(['30.0%', '300'])
})

test('a movement leaves out what has changed nothing', () => {
  const steps = moves([{ name: 'before', kind: 'sum', amount: 890_00 }, { name: 'volume', kind: 'change', amount: 89_00 }, { name: 'mix', kind: 'change', amount: 0 }, { name: 'now', kind: 'sum', amount: 979_00 }], zh, say)
  expect(steps.map((s) => [s.name, s.written, s.part ?? ''])).toEqual([['worth.move_before', '890', ''], ['worth.move_volume', '+89', '+10.0%'], ['worth.move_now', '979', '']])
})

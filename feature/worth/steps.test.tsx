import { expect, test } from 'vitest'
import { figures } from '../../ui/figures'
import { stepsOf, unknown } from './steps'

const zh = { ...figures('zh-CN', 'plain'), unit: '元' }
const say = (key: string, args?: Record<string, unknown>) => (args ? `${key} ${args.hours}` : key)

test('a part that nobody knows is named, and is no step', () => {
  const parts = [
    { name: 'sales', kind: 'sum' as const, amount: 1000_00 }, { name: 'goods', kind: 'cost' as const, amount: -700_00 }, { name: 'gross', kind: 'sum' as const, amount: 300_00 },
    { name: 'visit', kind: 'cost' as const, amount: -60_00, hours: 1_500_000 }, { name: 'freight', kind: 'cost' as const, amount: null }, { name: 'contribution', kind: 'sum' as const, amount: 240_00 },
  ]
  const steps = stepsOf(parts, zh, say)
  expect(steps.map((s) => [s.name, s.part ?? '', s.note ?? ''])).toEqual([
    ['worth.part_sales', '', ''], ['worth.part_goods', '−70.0%', ''], ['worth.part_gross', '', ''], ['worth.part_visit', '−20.0%', 'worth.hours_of 1.5'], ['worth.part_contribution', '', '']])
  expect(unknown(parts)).toEqual(['freight'])
})

test('without the cost of goods nothing more is said', () => {
  expect(unknown([{ name: 'sales', kind: 'sum', amount: 5 }, { name: 'goods', kind: 'cost', amount: null }, { name: 'gross', kind: 'sum', amount: null }])).toEqual(['gross'])
})

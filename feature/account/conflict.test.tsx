import { describe, expect, it } from 'vitest'
import { differences, settled } from './conflict'

describe('two people change an account', () => {
  const base = { name: '瀚岳', city: '上海', phone: '1' }
  it.each([
    ['only I changed a field', { city: '苏州' }, {}, 'city 苏州/上海 mine', { name: '瀚岳', city: '苏州', phone: '1' }],
    ['only they did', {}, { city: '宁波' }, 'city 上海/宁波 theirs', { name: '瀚岳', city: '宁波', phone: '1' }],
    ['both did', { city: '苏州' }, { city: '宁波' }, 'city 苏州/宁波 mine', { name: '瀚岳', city: '苏州', phone: '1' }],
    ['both wrote the same', { city: '苏州' }, { city: '苏州' }, '', { name: '瀚岳', city: '苏州', phone: '1' }],
    ['each another field', { city: '苏州' }, { phone: '2' }, 'phone 1/2 theirs, city 苏州/上海 mine', { name: '瀚岳', city: '苏州', phone: '2' }],
    ['I emptied what they changed', { phone: '' }, { phone: '2' }, 'phone /2 mine', { name: '瀚岳', city: '上海', phone: '' }],
  ])('%s', (_, mine, theirs, want, saved) => {
    const all = differences(base, { ...base, ...mine }, { ...base, ...theirs })
    expect(all.map((d) => `${d.field} ${d.mine}/${d.theirs} ${d.keep}`).join(', ')).toBe(want)
    expect(settled({ ...base, ...theirs }, all)).toEqual(saved)
  })
})

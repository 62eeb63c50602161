import { describe, expect, test } from 'vitest'
import { page } from './pdf'

describe('a page with one picture', () => {
  const picture = Uint8Array.from({ length: 300 }, (_, i) => i % 256)
  const bytes = page(picture, 1600, 900), text = String.fromCharCode(...bytes)

  test('says where each of its objects begins', () => {
    const rows = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at))
    expect(rows.map((at, i) => text.startsWith(`${i + 1} 0 obj`, at))).toEqual([true, true, true, true, true])
    expect(text.startsWith('xref', Number(/startxref\n(\d+)/.exec(text)![1]))).toBe(true)
  })
  test('holds the picture as it was', () => {
    const at = text.indexOf('stream\n', text.indexOf('/DCTDecode')) + 7
    expect([...bytes.slice(at, at + picture.length)]).toEqual([...picture])
  })
  test('has its proportions, and is no larger than a sheet', () => {
    const [, x, y] = /MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)!
    expect(Number(x) / Number(y)).toBeCloseTo(16 / 9, 2)
    expect(Number(x)).toBeLessThanOrEqual(841.89)
  })
})

import { expect, test } from 'vitest'
import { csv, type Sheet } from './sheet'
import { workbook } from './workbook'

const sheet: Sheet = { columns: ['客户', '金额'], rows: [['=HYPERLINK("x")', -12.5], ['甲,乙 "丙"', null], ['-1+1', 3]] }

test('a CSV quotes what must be quoted and defuses formulas, but leaves numbers alone', () => {
  expect(csv(sheet)).toBe('客户,金额\r\n"\'=HYPERLINK(""x"")",-12.5\r\n"甲,乙 ""丙""",\r\n\'-1+1,3\r\n')
})

test('a workbook is a zip of five parts, with texts as texts and numbers as numbers', () => {
  const text = new TextDecoder().decode(workbook(sheet))
  expect(text.slice(0, 4)).toBe('PK\x03\x04')
  expect(text.split('PK\x01\x02').length - 1).toBe(5)
  expect(text).toContain('<t xml:space="preserve">=HYPERLINK("x")</t>')
  expect(text).toContain('<c><v>-12.5</v></c>')
  expect(text).not.toContain('<f>')
})

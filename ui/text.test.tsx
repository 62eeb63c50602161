import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { speak } from './text'

beforeAll(async () => {
  await speak('en')
  i18next.addResourceBundle('en', 'translation', {
    late: '{{n}} {{n, day|days}} late',
    two: '{{a}} {{a, visit|visits}}, {{b}} {{b, call waits|calls wait}}',
    ending: '{{n}} signal{{n, |s}}',
  })
})

const sentences: [string, string, Record<string, unknown>, string][] = [
  ['one is said in the singular', 'late', { n: 1 }, '1 day late'],
  ['two in the plural', 'late', { n: 2 }, '2 days late'],
  ['none in the plural, too', 'late', { n: 0 }, '0 days late'],
  ['a figure that is written already is read', 'late', { n: '1' }, '1 day late'],
  ['each number has its own word', 'two', { a: 1, b: 3 }, '1 visit, 3 calls wait'],
  ['a word may be nothing', 'ending', { n: 1 }, '1 signal'],
]

test.each(sentences)('%s', (_, key, args, want) => {
  expect(i18next.t(key, args)).toBe(want)
})

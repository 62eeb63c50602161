import { expect, test } from 'vitest'
import { named } from './download'

test.each([
  ['a plain name', 'attachment; filename=accounts.csv', 'accounts.csv'],
  ['a name in quotes', 'attachment; filename="all accounts.csv"', 'all accounts.csv'],
  ['a Chinese name', "attachment; filename*=utf-8''%E5%AE%A2%E6%88%B7.xlsx", '客户.xlsx'],
  ['no name at all', '', 'erba'],
])('%s', (_, disposition, name) => {
  expect(named(disposition)).toBe(name)
})

import { expect, test } from 'vitest'
import { read, write } from './address'

const usual = { measure: 'sales', window: '12' }

test('what the address does not say is as usual', () => expect(read(usual, { window: 24, other: 'x' })).toEqual({ measure: 'sales', window: '24' }))

test('what is as usual stays out of the address', () =>
  expect(write(usual, { measure: 'sales', window: '24', behind: '' })).toEqual({ window: '24' }))

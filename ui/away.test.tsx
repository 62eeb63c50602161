import { beforeEach, expect, test } from 'vitest'
import { dropOthers } from './away'

beforeEach(() => {
  localStorage.clear()
  for (const [name, value] of Object.entries({ 'erba.pocket.owner': 'shen', 'erba.pocket.visits': '{}', 'erba.pocket.draft.1': '{}', 'erba.theme': 'dark' })) localStorage.setItem(name, value)
})

test('whoever sits here next throws away what another left, and nothing else', () => {
  dropOthers('qin', localStorage)
  expect(Object.keys(localStorage)).toEqual(['erba.theme'])
})

test('who comes back finds what he left', () => {
  dropOthers('shen', localStorage)
  expect(Object.keys(localStorage)).toHaveLength(4)
})

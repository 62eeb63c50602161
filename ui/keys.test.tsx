import { fireEvent } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { presser } from './keys'

const acts = { 'g p': vi.fn(), '/': vi.fn(), 'Ctrl k': vi.fn(), p: vi.fn(), Enter: vi.fn() }
addEventListener('keydown', presser(() => acts))
afterEach(() => Object.values(acts).forEach((act) => act.mockClear()))

const field = document.body.appendChild(document.createElement('input'))
const button = document.body.appendChild(document.createElement('button'))

test('two keys in a row are one command, not their second half', () => {
  fireEvent.keyDown(document.body, { key: 'g' })
  fireEvent.keyDown(document.body, { key: 'p' })
  expect([acts['g p'].mock.calls.length, acts.p.mock.calls.length]).toEqual([1, 0])
})

test('who types is not interrupted, except by Ctrl K', () => {
  fireEvent.keyDown(field, { key: '/' })
  fireEvent.keyDown(field, { key: 'k', ctrlKey: true })
  expect([acts['/'].mock.calls.length, acts['Ctrl k'].mock.calls.length]).toEqual([0, 1])
})

test('Enter on a button presses the button', () => {
  fireEvent.keyDown(button, { key: 'Enter' })
  expect(acts.Enter).not.toHaveBeenCalled()
})

import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeAll, expect, test, vi } from 'vitest'
import { speak } from '../text'
import { PlainChip } from './Chip'
import { Explanation } from './Explanation'
import { Why } from './Why'

beforeAll(async () => {
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} })
  await speak('en')
})

const look = (phone: boolean) => vi.stubGlobal('matchMedia', () => ({ matches: phone, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} }))

const chip = (
  <Why label="Why Major" chip={<PlainChip>Major</PlainChip>}>
    {() => (
      <Explanation title="Why Major" stand="as of 2026-06-30" inputs={[{ name: 'Current value', value: '3,526', cut: '≥ 260' }]} rule="Both reach their cut."
        changes={[{ direction: 'down', sentence: 'Potential falls by 125' }]} confidence={{ title: 'Confidence: medium', text: 'judged' }} actions={<button>Update</button>} />
    )}
  </Why>
)

test.each([['a popover', false], ['a sheet', true]])('a chip explains itself in %s, in the order that holds everywhere', async (_, phone) => {
  look(phone)
  const { unmount } = render(chip)
  const button = screen.getByRole('button', { name: /Why Major: why/ })
  expect(button.getAttribute('aria-haspopup')).toBe('dialog')
  fireEvent.click(button)
  const text = (await screen.findAllByRole('dialog'))[0]!.textContent!
  const order = ['as of 2026-06-30', 'Current value', 'Both reach', 'Potential falls', 'Confidence', 'Update'].map((word) => text.indexOf(word))
  expect(order.includes(-1)).toBe(false)
  expect([...order].sort((a, b) => a - b)).toEqual(order)
  unmount()
})

test('Escape closes the explanation and gives the focus back', async () => {
  look(false)
  render(chip)
  const button = screen.getByRole('button', { name: /Why Major: why/ })
  fireEvent.click(button)
  fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' })
  expect(document.activeElement).toBe(button)
  await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'))
})

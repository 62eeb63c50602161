import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Matrix } from './Matrix'

const cell = (key: string, closed = false) => ({ key, count: '1', caption: '', label: key, closed })
const rows = [{ name: '2', cells: [cell('a'), cell('b')] }, { name: '1', cells: [cell('c'), cell('d', true)] }]

test('arrows move between cells, a click opens one, a closed one stays closed', () => {
  const open = vi.fn()
  render(<Matrix label="m" rows={rows} columns={['1', '2']} onOpen={open} />)
  screen.getByRole('button', { name: /a$/ }).focus()
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /c$/ }))
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' })
  fireEvent.click(document.activeElement!)
  fireEvent.click(screen.getByRole('button', { name: /b$/ }))
  expect(open.mock.calls).toEqual([['b']])
})

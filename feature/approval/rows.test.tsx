import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import '../../ui/text'
import { Rows } from './Rows'
import type { Row } from './wire'

afterEach(cleanup)

const box = (n: number) => screen.getAllByRole('checkbox')[n] as HTMLElement

const row = (id: string, change: Partial<Row> = {}): Row => ({
  id, kind: 'test.plan', object: 'thing', subject: id, args: [], by: 'u', at: 1, due: 2, state: 'proposed', step: 0, of: 1, version: 1, may: { decide: true }, ...change,
})

function shown(rows: Row[], chosen: string[], onChoose?: (ids: string[]) => void) {
  render(<QueryClientProvider client={new QueryClient()}><Rows rows={rows} chosen={chosen} onChoose={onChoose} onOpen={() => undefined} /></QueryClientProvider>)
}

test('all that can be decided are marked at once, and no others', () => {
  const choose = vi.fn()
  shown([row('a'), row('b'), row('c', { may: {} })], [], choose)
  fireEvent.click(box(0))
  expect(choose).toHaveBeenCalledWith(['a', 'b'])
})

test('marking one keeps the others', () => {
  const choose = vi.fn()
  shown([row('a'), row('b')], ['a'], choose)
  fireEvent.click(box(2))
  expect(choose).toHaveBeenCalledWith(['a', 'b'])
})

test('what is over shows its state and cannot be marked', () => {
  shown([row('a', { state: 'refused', may: {} })], [])
  expect(screen.queryAllByRole('checkbox')).toHaveLength(0)
  expect(screen.getByText('approval.refused')).toBeTruthy()
})

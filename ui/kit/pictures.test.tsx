import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Panel } from './Panel'

const sources = import.meta.glob<string>(['../**/*.tsx', '../../feature/**/*.tsx'], { query: '?raw', import: 'default', eager: true })
const files = Object.entries(sources).filter(([path]) => !path.endsWith('.test.tsx'))

// whatever of the kit draws by itself, and the one that draws charts; signs and emblems are no figures
const kit = Object.entries(sources).filter(([path, source]) => path.startsWith('./') && /<svg\b/.test(source) && path !== './Chip.tsx')
const drawers = ['ChartPanel', 'Matrix', 'svg', ...kit.map(([path]) => path.slice(2, -4))]
const draws = new RegExp(`<(${drawers.join('|')})\\b(?![^>]*(state-shape|emblem))`)
const drawn = files.filter(([path, source]) => path.includes('/feature/') && draws.test(source))

test('every picture of figures is known', () => {
  expect(drawn.length).toBeGreaterThan(8)
})

test.each(drawn)('%s hands over the figures behind what it draws', (_, source) => {
  const panels = source.match(/<ChartPanel\b/g)?.length ?? 1
  expect(source.match(/\bsheet=\{/g)?.length ?? 0).toBeGreaterThanOrEqual(panels)
})

test('nobody draws a chart beside the panel that has its table and its export', () => {
  const beside = files.filter(([path, source]) => /import \{[^}]*\bChart\b[^}]*\} from '.*\/drawing'/.test(source) && !path.endsWith('/ChartPanel.tsx'))
  expect(beside.map(([path]) => path)).toEqual([])
})

test('the figures behind a drawing are one click away, and can be taken along', () => {
  render(<Panel title="Sales" sheet={() => ({ columns: ['Month', 'Sum'], rows: [['2026-06', 12]] })}>a drawing</Panel>)
  expect(screen.queryByRole('table')).toBeNull()
  const [table, take] = screen.getAllByRole('button')
  fireEvent.click(table!)
  expect(screen.getByRole('table').textContent).toContain('2026-06')
  expect(take!.getAttribute('aria-label')).toContain('Sales')
})

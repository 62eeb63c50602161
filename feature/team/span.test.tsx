import { expect, test } from 'vitest'
import { phase } from './span'

const today = '2026-11-22'

test.each([
  ['days without end', {}, 'now'],
  ['from today', { from: today }, 'now'],
  ['until today', { until: today }, 'now'],
  ['from tomorrow', { from: '2026-11-23' }, 'soon'],
  ['until yesterday', { from: '2026-11-01', until: '2026-11-21' }, 'past'],
] as const)('%s', (_, span, want) => {
  expect(phase(span, today)).toBe(want)
})

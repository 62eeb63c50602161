import { expect, it } from 'vitest'
import { because } from './because'

it.each([
  ['a forecast has a reason, too', 'forecast', '', 'lifetime.identified'],
  ['a formula has the reason that it is told with', 'formula', 'lifetime.not_identified', 'lifetime.not_identified'],
  ['what is not known has its own', '', 'lifetime.no_margin', 'lifetime.no_margin'],
] as const)('%s', (_, way, why, key) => expect(because({ way, why })).toBe(key))

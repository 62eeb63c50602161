// How fields, operators and values are called.
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../ui/people'
import type { Field } from './server'

// Values that are codes have their words where they come from.
const coded: Record<string, (value: string) => string> = {
  size: (v) => `account.size_${v}`,
  stage: (v) => `account.stage_${v}`,
  status: (v) => `account.status_${v}`,
  source: (v) => `account.source_${v}`,
  ownership: (v) => `account.ownership_${v}`,
  tier: (v) => `pyramid.${v.toLowerCase()}`,
  rfm: (v) => v,
  abc: (v) => v,
  grid: (v) => v,
  quadrant: (v) => v,
}

/** useWords says what stands in rules. */
export function useWords() {
  const { t } = useTranslation()
  const people = usePeople()
  return {
    field: (name: string) => t(`segment.field_${name}`),
    operator: (op: string, kind?: Field['kind']) => t(`segment.op_${op}${kind === 'day' && dayed.includes(op) ? '_day' : ''}`),
    value: (field: string, value: string) => {
      if (field === 'owner') return people.name(value) || value
      const key = coded[field]?.(value)
      return key ? t(key, { defaultValue: value }) : value
    },
  }
}

const dayed = ['less', 'most', 'least', 'more']

/** scale is what a number that is typed is multiplied with: sums are kept in minor units, shares as parts of one. */
export const scale = ({ unit }: Pick<Field, 'unit'>) => (unit === 'amount' ? 100 : unit === 'share' ? 0.01 : 1)

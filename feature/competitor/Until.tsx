import { Day } from '../../ui/kit/Day'

/** Until is a day of a form that may stay empty. */
export function Until({ label, value, onChange }: { label: string; value?: string; onChange?: (day: string) => void }) {
  return <Day label={label} value={value ?? ''} onChange={(day) => onChange?.(day)} />
}

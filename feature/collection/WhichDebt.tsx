import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Sheet } from './server'

/** WhichDebt chooses an open invoice of an account. */
export function WhichDebt({ sheet, value, onChange, any }: { sheet: Sheet; value: string; onChange: (number: string) => void; any?: boolean }) {
  const { t } = useTranslation()
  const { exact } = useFigures(sheet.currency)
  const left = new Map<string, number>()
  for (const d of sheet.debts) left.set(d.number, (left.get(d.number) ?? 0) + d.left)
  const options = [...left].map(([number, amount]) => ({ value: number, label: `${number} · ${t('collection.left', { amount: exact(amount) })}` }))
  return <Select showSearch value={value} onChange={onChange} options={any ? [{ value: '', label: t('collection.any_number') }, ...options] : options} />
}

/** leftOf is what is open of an invoice, in minor units. */
export const leftOf = (sheet: Sheet, number: string) => sheet.debts.reduce((sum, d) => (d.number === number ? sum + d.left : sum), 0)

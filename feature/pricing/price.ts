import { useTranslation } from 'react-i18next'
import { missing } from '../../ui/figures'

/** usePrice writes the price of a unit: grouped, with all the places that it has, two at least. */
export function usePrice() {
  const { i18n } = useTranslation()
  const written = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 6 })
  return (price?: string | null) => (price == null ? missing : written.format(Number(price)))
}

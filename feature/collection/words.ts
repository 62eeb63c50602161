// What the program says where somebody may have said something.
import { useTranslation } from 'react-i18next'

/** useReason is why delivery was stopped or goes on: somebody's words, or the program's. */
export function useReason() {
  const { t } = useTranslation()
  return (text: string) => (text === 'collection.too_late' || text === 'collection.paid' ? t(text) : text)
}

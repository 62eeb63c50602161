// Names of steps come in both languages, from the setting of the process.
import { useTranslation } from 'react-i18next'

interface Named {
  zh: string
  en: string
}

/** useSaid says a name in the user's language. */
export function useSaid() {
  const { i18n } = useTranslation()
  return (name: Named) => (i18n.language === 'en' ? name.en : name.zh)
}

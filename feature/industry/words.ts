// How industries and their grades are called.
import { useTranslation } from 'react-i18next'
import type { State } from '../../ui/theme'

interface Named {
  name: string
  english: string
}

/** useName is what an industry is called in the user's language; what belongs to none has no name. */
export function useName() {
  const { i18n, t } = useTranslation()
  return ({ name, english }: Named) => (i18n.language === 'en' ? english : name) || t('industry.unclassified')
}

export type Grade = 'incomplete' | 'watched' | 'promising' | 'key'

/** states are the colours of grades. */
export const states: Record<Grade, State | undefined> = { key: 'ok', promising: 'info', watched: 'ask', incomplete: undefined }

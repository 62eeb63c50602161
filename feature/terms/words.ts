// How terms are said in a sentence.
import { useTranslation } from 'react-i18next'
import type { Preview, Terms } from './server'

/** useWords says terms, and days of documents, in the language of the screen. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en-GB' : i18n.language
  const day = (iso: string, beside = iso) => {
    const year = iso.slice(0, 4) === beside.slice(0, 4) ? undefined : ('numeric' as const)
    return new Intl.DateTimeFormat(language, { timeZone: 'UTC', year, month: 'short', day: 'numeric' }).format(new Date(iso + 'T00:00:00Z'))
  }
  const rule = ({ mode, days, statement, on_day }: Pick<Terms, 'mode' | 'days' | 'statement' | 'on_day'>) =>
    (mode === 'INV_DAYS' && days === 0 ? t('terms.says_cash') : t(`terms.says_${mode}`, { days, months: Math.floor(days / 30) })) +
    (statement ? t('terms.says_statement', { day: statement }) : '') + (on_day ? t('terms.says_on_day') : '')
  const terms = (all: Terms) =>
    (all.parts?.length ? all.parts.map((p) => `${p.name} ${p.percent}%`).join(' / ') : rule(all)) +
    (all.grace ? t('terms.says_grace', { days: all.grace }) : '') + (all.next_working ? t('terms.says_working') : '')
  const sentence = ({ on, parts }: Preview) =>
    t('terms.due_sentence', { on: day(on), due: parts.map((p) => (p.name ? `${p.name} ` : '') + day(p.due, on)).join(t('terms.and')) })
  return { day, rule, terms, sentence }
}

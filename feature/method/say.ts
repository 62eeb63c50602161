// The names and values of a worked example in the user's language, as far as there are words for them.
import { useTranslation } from 'react-i18next'
import { missing } from '../../ui/figures'
import { isRow } from './example'

/** useSay says a name, and a value. */
export function useSay(prefix: string) {
  const { t, i18n } = useTranslation()
  const first = (keys: string[], otherwise: string) => {
    const key = keys.find((k) => k.includes('.') && i18n.exists(k))
    return key ? t(key) : otherwise
  }
  const name = (word: string) => first([`method.word_${word}`, `${prefix}.field_${word}`, `${prefix}.item_${word}`, `${prefix}.${word}`], word)
  const value = (one: unknown): string => {
    if (one === null || one === undefined || one === '') return missing
    if (typeof one === 'boolean') return t(one ? 'method.yes' : 'method.no')
    if (typeof one === 'number') return one.toLocaleString(i18n.language === 'en' ? 'en-GB' : i18n.language, { maximumFractionDigits: 6 }).replace('-', '−')
    if (Array.isArray(one)) return one.length ? one.map(value).join(', ') : missing
    if (isRow(one)) return Object.entries(one).map(([k, v]) => `${name(k)} ${value(v)}`).join(' · ')
    const word = String(one)
    return first([word, `${prefix}.value_${word}`, `${prefix}.${word}`, `method.word_${word}`, `ui.tier_${word.toLowerCase()}`], word)
  }
  return { name, value }
}

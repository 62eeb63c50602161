import { useTranslation } from 'react-i18next'

/** useMoment says an instant to the minute, in the user's own time. */
export function useMoment() {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' })
  return (at: string) => format.format(new Date(at))
}

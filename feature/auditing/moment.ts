import { useTranslation } from 'react-i18next'

/** useMoment says an instant, in microseconds, to the second and in the user's own time. */
export function useMoment() {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return (micro: number) => format.format(new Date(micro / 1000))
}

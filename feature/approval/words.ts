// How a proposal is put into words.
import { useTranslation } from 'react-i18next'
import { figures, useFigures } from '../../ui/figures'
import type { Row } from './wire'

type Asked = Pick<Row, 'kind' | 'args'>

/** useWords says what a proposal asks, and what its approval does. */
export function useWords() {
  const { t } = useTranslation()
  const filled = ({ args }: Asked) =>
    Object.fromEntries(args.map((arg) => [arg.name, arg.keys?.length ? arg.keys.map((key) => t(key)).join(t('approval.and')) : arg.text ?? '']))
  return {
    kind: (kind: string) => t(kind),
    asks: (p: Asked) => t(`${p.kind}_asks`, filled(p)),
    does: (p: Asked) => t(`${p.kind}_does`, filled(p)),
  }
}

/** useTime writes an instant of the server's, in microseconds. */
export function useTime() {
  const { i18n } = useTranslation()
  const { time } = figures(i18n.language, 'plain')
  return (at: number | undefined) => (at ? time(new Date(at / 1000).toISOString()) : '')
}

/** useAmount writes the amount of a proposal, which may have none. */
export function useAmount() {
  const { exact } = useFigures()
  return (p: Row) => (p.amount_currency ? `${exact(p.amount_minor ?? 0)} ${p.amount_currency}` : '')
}

import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Explanation } from '../../ui/kit/Explanation'
import type { Because } from './server'

/** Reasoned says why an account is over- or under-served, and with how many hours it would not be. */
export function Reasoned({ why, stand }: { why: Because; stand: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const write = (n: number) => figures.decimal(n, Number.isInteger(n) ? 0 : 1)
  return (
    <Explanation title={t(why.result)} stand={stand}
      inputs={why.inputs.map((i) => ({ name: t(i.key), value: i.known ? write(i.value) : missing, cut: why.cuts.filter((c) => c.key === i.key).map((c) => write(c.value)).join(' · ') }))}
      rule={t(why.rule)}
      changes={why.changes.map((c) => ({ direction: c.difference > 0 ? 'up' : 'down', sentence: t('coverage.change', { what: t(c.key), to: write(c.to), result: t(c.result) }) }))} />
  )
}

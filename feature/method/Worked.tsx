import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { layout } from './example'
import { Given, Lines } from './Given'
import type { Example } from './wire'

/** Worked is an example: what goes in, what comes out just now, and whether that is what has to. */
export function Worked({ example: { name, input, result, want, holds }, prefix }: { example: Example; prefix: string }) {
  const { t } = useTranslation()
  const state = holds ? <StateChip state="ok">{t('method.as_expected')}</StateChip> : <StateChip state="blocked">{t('method.not_as_expected')}</StateChip>
  const { facts, table, result: apart } = layout(input, result)
  return (
    <Panel title={t('method.example')} subtitle={t(name)} extra={state}>
      <div className="method-example">
        {Object.keys(facts).length > 0 && <section><h3>{t('method.inputs')}</h3><Given value={facts} prefix={prefix} /></section>}
        {table && <Lines table={table} prefix={prefix} />}
        {apart !== undefined && <section><h3>{t('method.result_now')}</h3><Given value={apart} prefix={prefix} /></section>}
        {!holds && <section><h3>{t('method.expected')}</h3><Given value={want} prefix={prefix} /></section>}
      </div>
    </Panel>
  )
}

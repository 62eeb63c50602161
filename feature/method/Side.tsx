import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { BackTestPanel } from './BackTestPanel'
import type { Work } from './draft'
import { LoadsPanel } from './LoadsPanel'
import { today, useBackTest, useSimulation, yearBefore } from './server'
import { SimulationPanel } from './SimulationPanel'
import { SubmitPanel } from './SubmitPanel'
import type { Config, Detail, Simulation } from './wire'

/** Side is what a draft would do: who moves, who is overloaded, how it would have done, and the way to have it approved. */
export function Side({ method, work }: { method: Detail; work: Work }) {
  const { t } = useTranslation()
  const may = useMay()
  const config = useSettled(work.config)
  const trying = work.changed > 0 && work.wrong.size === 0 && may('method:simulate')
  const simulation = useSimulation(method.id, config, trying && method.simulates)
  return (
    <aside className="method-side" aria-label={t('method.effect')}>
      {!method.simulates ? <Still>{t('method.no_simulation_yet')}</Still>
        : !may('method:simulate') ? <Still>{t('method.may_not_simulate')}</Still>
        : work.changed === 0 ? <Still>{t('method.change_first')}</Still>
        : work.wrong.size > 0 ? <Still>{t('method.mend_first')}</Still>
        : simulation.error ? <Panel title={t('method.effect')}><Fault error={simulation.error} onRetry={() => void simulation.refetch()} /></Panel>
        : !simulation.data ? <Panel title={t('method.effect')}><Waiting rows={6} /></Panel>
        : <Effect simulation={simulation.data} stale={simulation.isPlaceholderData} />}
      {method.back_tests && trying && <Past method={method} config={config} asOf={simulation.data?.as_of} />}
      <SubmitPanel method={method} work={work} moved={trying ? movers(simulation.data) : undefined} />
    </aside>
  )
}

export const movers = (s: Simulation | undefined) => s && s.up + s.down

function Effect({ simulation, stale }: { simulation: Simulation; stale: boolean }) {
  return <><SimulationPanel simulation={simulation} stale={stale} />{(simulation.loads?.length ?? 0) > 0 && <LoadsPanel loads={simulation.loads} stale={stale} />}</>
}

function Still({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return <Panel title={t('method.effect')}><Empty>{children}</Empty></Panel>
}

/** Past is the test on the past; a year back there are twelve months to look at. */
function Past({ method, config, asOf }: { method: Detail; config: Config; asOf?: string }) {
  const { t } = useTranslation()
  const [chosen, choose] = useState('')
  const at = chosen || yearBefore(asOf ?? today())
  const test = useBackTest(method.id, config, at, true)
  const day = <Day label={t('method.standing_on')} value={at} last={today()} onChange={choose} />
  if (test.error) return <Panel title={t('method.back_test')} extra={day}><Fault error={test.error} onRetry={() => void test.refetch()} /></Panel>
  if (!test.data) return <Panel title={t('method.back_test')} extra={day}><Waiting rows={5} /></Panel>
  return <BackTestPanel method={method} test={test.data} day={day} stale={test.isPlaceholderData} />
}

const rest = 350

/** useSettled follows a value once it rests, so that not every key asks the server. */
function useSettled<T>(value: T) {
  const [settled, settle] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), rest)
    return () => clearTimeout(timer)
  }, [key])
  return settled
}

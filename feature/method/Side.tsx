import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { BackTestPanel } from './BackTestPanel'
import type { Work } from './draft'
import { LoadsPanel } from './LoadsPanel'
import { useBackTest, yearBefore } from './server'
import { SimulationPanel } from './SimulationPanel'
import { SubmitPanel } from './SubmitPanel'
import type { Trying } from './trying'
import type { Config, Detail, Simulation } from './wire'

/** Side is what a draft would do: who moves, who is overloaded, how it would have done, and the way to have it approved. */
export function Side({ method, work, trying }: { method: Detail; work: Work; trying: Trying }) {
  const { t } = useTranslation()
  const { simulation, able } = trying
  return (
    <aside className="method-side" aria-label={t('method.effect')}>
      <Simulated method={method} work={work} simulation={simulation} />
      {method.back_tests && able && <Past method={method} config={trying.config} asOf={simulation.data?.as_of} />}
      <SubmitPanel method={method} work={work} moved={able ? movers(simulation.data) : undefined} />
    </aside>
  )
}

/** Simulated is the simulation, or one calm sentence why there is none. */
function Simulated({ method, work, simulation }: { method: Detail; work: Work; simulation: Trying['simulation'] }) {
  const { t } = useTranslation()
  const may = useMay()
  if (!method.simulates) return <Still>{t('method.no_simulation_yet')}</Still>
  if (!may('method:simulate')) return <Still>{t('method.may_not_simulate')}</Still>
  if (work.changed === 0) return <Still>{t('method.change_first')}</Still>
  if (work.wrong.size > 0) return <Still>{t('method.mend_first')}</Still>
  if (simulation.error) return <Panel title={t('method.effect')}><Fault error={simulation.error} onRetry={() => void simulation.refetch()} /></Panel>
  return simulation.data ? <Effect simulation={simulation.data} stale={simulation.isPlaceholderData} /> : <Panel title={t('method.effect')}><Waiting rows={6} /></Panel>
}

const movers = (s: Simulation | undefined) => s && s.up + s.down

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

import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { useMay } from '../../ui/me'
import { Faults, Lights } from './Lights'
import { isAhead, isHeld, type Kept, type Objective } from './visits'
import { useWhen } from './words'

const ObjectiveForm = lazy(() => import('./ObjectiveForm'))

/** Objectives are what is to be reached: only with all five lights can one be confirmed. */
export function Objectives({ visit }: { visit: Kept }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState<number>()
  const { objectives } = visit
  const writes = isAhead(visit) && may('visit:write')
  return (
    <section>
      <h3>{t('visit.objectives')}<small>{t(isHeld(visit) ? 'visit.objectives_result' : 'visit.objectives_says')}</small><i className="grow" />
        {writes && <button type="button" className="link" onClick={() => setOpen(objectives.length)}>{t('visit.add_objective')}</button>}
      </h3>
      {objectives.length === 0 && <p className="third">{t('visit.no_objectives')}</p>}
      <ul className="visit-objectives">
        {objectives.map((o, i) => <Line key={o.id ?? i} objective={o} held={isHeld(visit)} onOpen={writes ? () => setOpen(i) : undefined} />)}
      </ul>
      <Suspense>{open !== undefined && <ObjectiveForm visit={visit} place={open} onDone={() => setOpen(undefined)} />}</Suspense>
    </section>
  )
}

function Line({ objective: o, held, onOpen }: { objective: Objective; held: boolean; onOpen?: () => void }) {
  const { t } = useTranslation()
  const { share } = useFigures()
  const when = useWhen()
  const reached = held ? t('visit.actual_of', { actual: o.actual ?? missing, target: o.target ?? missing, unit: o.unit }) : o.target !== null && `${o.target} ${o.unit}`
  return (
    <li>
      <div className="visit-objective">
        {onOpen ? <button type="button" className="link" onClick={onOpen}>{o.text}</button> : <span>{o.text}</span>}
        {held ? <b className="number">{share(o.attainment, 0)}</b> : <Lights objective={o} />}
      </div>
      <p className="third">{[reached, o.confidence !== null && t('visit.confidence_of', { n: o.confidence }), o.link && t(`visit.link_${o.link}`), o.deadline && when.day(o.deadline), o.confirmed && t('visit.confirmed')].filter(Boolean).join(' · ')}</p>
      {!held && <Faults objective={o} />}
    </li>
  )
}

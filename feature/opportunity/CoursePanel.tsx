import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { Sheet } from './server'
import { useSaid } from './words'

interface Happening {
  on: string
  what: string
  why: string
  by: string
}

/** CoursePanel is how a deal went: its steps, its days, its end. The latest comes first. */
export function CoursePanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const all = useHappened(sheet)
  return (
    <Panel title={t('opportunity.course')}>
      <ol className="opportunity-course">
        {all.map((h, i) => (
          <li key={i}>
            <time className="third">{h.on}</time>
            <span><b>{h.what}</b>{h.why && <span className="opportunity-why">{h.why}</span>}<small className="third">{h.by}</small></span>
          </li>
        ))}
      </ol>
      {sheet.deal.lesson && <p className="opportunity-lesson"><b>{t('opportunity.lesson')}</b> {sheet.deal.lesson}</p>}
    </Panel>
  )
}

function useHappened({ moves, slips, steps }: Sheet): Happening[] {
  const { t } = useTranslation()
  const said = useSaid()
  const { day } = useFigures()
  const { name } = usePeople()
  const stage = (key: string) => { const s = steps.find((one) => one.key === key); return s ? said(s) : key }
  const went = moves.map((m) => ({ on: m.on, why: m.reason, by: m.by,
    what: !m.from ? t('opportunity.began', { stage: stage(m.to) }) : m.state !== 'open' ? t(`opportunity.state_${m.state}`) : m.from === m.to ? t('opportunity.again') : `${stage(m.from)} → ${stage(m.to)}` }))
  const days = slips.map((s) => ({ on: s.made, why: s.reason, by: name(s.by), what: t('opportunity.moved_day', { was: day(s.was), becomes: day(s.becomes) }) })).reverse()
  return [...went, ...days].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

import { useTranslation } from 'react-i18next'
import { StateShape } from '../../ui/kit/Chip'
import { usePeople } from '../../ui/people'
import { type Detail, states } from './wire'
import { useTime } from './words'

/** Course tells what happened to a proposal, from the beginning. */
export function Course({ proposal: p }: { proposal: Detail }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const by = (one: { by?: string; for?: string }) => (!one.by ? t('approval.by_time') : one.for ? t('approval.by_for', { by: name(one.by), for: name(one.for) }) : name(one.by))
  return (
    <ol className="approval-course">
      <Line state="ask" verdict={t('approval.made')} by={p.by ? by(p) : t('approval.by_program')} at={p.at} />
      {p.decisions.map((d) => <Line key={d.at} state={states[d.verdict]} verdict={t(`approval.${d.verdict}`)} by={!d.by && d.verdict === 'withdrawn' ? t('approval.by_program') : by(d)} at={d.at} reason={d.reason} />)}
    </ol>
  )
}

function Line({ state, verdict, by, at, reason }: { state: 'ok' | 'ask' | 'blocked' | 'info'; verdict: string; by: string; at: number; reason?: string }) {
  const time = useTime()
  return (
    <li>
      <StateShape state={state} />
      <span><b>{verdict}</b> {by} <span className="third">{time(at)}</span>{reason && <q>{reason}</q>}</span>
    </li>
  )
}

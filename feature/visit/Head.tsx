import { useTranslation } from 'react-i18next'
import { StateChip, TierChip } from '../../ui/kit/Chip'
import { StatePath } from './StatePath'
import type { Kept } from './visits'
import { useWhen } from './words'

/** Head says when, who and whom, and how far a visit is. */
export function Head({ visit }: { visit: Kept }) {
  const { t } = useTranslation()
  const when = useWhen(visit.today)
  const { tier, day, ours, theirs, purpose, channel, place, state, moves } = visit
  return (
    <section>
      <div className="visit-line">
        {tier && <TierChip tier={tier} />}
        <span className="number">{when.near(day)} {when.time(visit)}</span>
        {channel !== 'visit' && <span className="third">{t(`visit.channel_${channel}`)}</span>}
        <i className="grow" />
        <span className="third cut">{t('visit.ours')} {ours.map((p) => p.name).join('、')}</span>
      </div>
      <p className="second">{theirs.length === 0 ? t('visit.nobody_met') : `${t('visit.theirs')} ${theirs.map((p) => [p.name, p.title].filter(Boolean).join(' ')).join('，')}`}</p>
      <p className="second">{[purpose, place].filter(Boolean).join(' · ')}</p>
      {moves.map((m) => <p key={m.id} className="third"><s>{when.day(m.was)}</s> → {when.day(m.becomes)} {m.reason}</p>)}
      {visit.unpromised && <StateChip state="ask">{t('visit.unpromised')}</StateChip>}
      <StatePath state={state} />
    </section>
  )
}

import './evaluation.css'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../ui/api'
import { Change } from './Change'
import { Objection } from './Objection'
import { useProposal } from './server'
import { useWords } from './words'

/** ApprovalCard shows inside an approval why a class is to change, what follows and what is held against it. */
export default function ApprovalCard({ proposal }: { proposal: Schema['ApprovalDetail'] }) {
  return proposal.kind.startsWith('evaluation.') ? <Reasons id={proposal.id} /> : null
}

function Reasons({ id }: { id: string }) {
  const { t } = useTranslation()
  const { reasons, effects, unit } = useWords()
  const { data: p } = useProposal(id)
  if (!p) return null
  return (
    <section className="approval-reasons">
      <p><Change model={p.model} was={p.was} becomes={p.becomes} /> <span className="third">{t('evaluation.times', { count: p.runs })} · {t('evaluation.from_day', { day: p.first })}</span></p>
      <h3>{t('evaluation.reason')} <span className="third">{unit}</span></h3>
      {p.model === 'tier' && <p>{t(p.why.rule)}</p>}
      <ul>{reasons(p.why).map((one) => <li key={one}>{one}</li>)}</ul>
      <h3>{t('evaluation.follows')}</h3>
      <ul>{effects(p).map((one) => <li key={one}>{one}</li>)}</ul>
      <Objection proposal={p} />
    </section>
  )
}

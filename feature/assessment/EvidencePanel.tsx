import './assessment.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { BidForm } from './BidForm'
import { Dots } from './Dots'
import { type Evidence, type Proof, useEvidence } from './server'
import { short } from './words'

/** EvidencePanel is what the data says beside what people have answered. */
export default function EvidencePanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const { data, error, refetch } = useEvidence(deal.id)
  const { unit } = useFigures(data?.currency)
  const [bidding, bid] = useState(false)
  const says = useProofs(data?.currency)
  const table = () => ({
    columns: [t('assessment.proof'), t('assessment.words'), t('assessment.question'), t('assessment.reads'), t('assessment.human'), t('assessment.gap', { gap: '' })],
    rows: data!.rows.map((p) => [says.name(p), says.value(p), t(`assessment.c_${p.question}`), p.rating ?? null, p.unknown ? t('assessment.unknown') : p.human ?? null, p.gap ?? null]),
  })
  return (
    <Panel className="evidence" title={t('assessment.evidence')} subtitle={data && [unit, t('assessment.evidence_sub'), data.scope === 'own' ? t('assessment.scope_own') : ''].filter(Boolean).join(' · ')} sheet={data && table}
      extra={data?.may && <Button size="small" type="link" onClick={() => bid(true)}>{t('assessment.bid')}</Button>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : <div className="sheet" tabIndex={0}><table><tbody>{data.rows.map((p, i) => <Row key={i} proof={p} says={says} />)}</tbody></table></div>}
      {data?.verdict && <Instead data={data} />}
      {bidding && data && <BidForm deal={deal.id} bid={data.bid} currency={data.currency} onDone={() => bid(false)} />}
    </Panel>
  )
}

type Says = ReturnType<typeof useProofs>

function Row({ proof: p, says }: { proof: Proof; says: Says }) {
  const { t } = useTranslation()
  const question = t(`assessment.c_${p.question}`)
  const size = Math.abs(p.gap ?? 0)
  return (
    <tr className={p.warns ? 'gap' : undefined}>
      <th scope="row">{says.name(p)}</th>
      <td className="said" title={p.from && t(p.from)}>{says.value(p)}</td>
      <td className="third">{question}</td>
      <td>{p.rating != null && <><span className="third">{t('assessment.reads')}</span> <Dots grey label={`${t('assessment.reads')} ${question}`} rating={p.rating} /></>}</td>
      <td><span className="third">{t('assessment.human')}</span> <Dots label={`${t('assessment.human')} ${question}`} rating={p.human} unknown={p.unknown} /></td>
      <td>{p.gap == null ? '' : p.warns ? <StateChip state="ask">{t('assessment.gap', { gap: size })}</StateChip> : <span className="third">{size === 0 ? t('assessment.same') : t('assessment.gap', { gap: size })}</span>}</td>
    </tr>
  )
}

/** Instead says what would come of it if people had answered as the data reads. */
function Instead({ data }: { data: Evidence }) {
  const { t } = useTranslation()
  const steps = data.instead.map((s) => `${t(`assessment.step_${s.key}`, { defaultValue: s.key })} ${short(s.score)}`).join('　')
  return <p className="evidence-foot">{steps && t('assessment.instead', { steps })} {data.same ? t('assessment.instead_same') : t('assessment.instead_other', { verdict: t(`assessment.verdict_${data.verdict}`) })}</p>
}

/** useProofs says what a proof is and what it holds. */
function useProofs(currency?: string) {
  const { t } = useTranslation()
  const { share, decimal, sum, count } = useFigures(currency)
  const part = (p: Proof, key: string) => p.parts.find((f) => f.key === `assessment.part_${key}`)?.value
  const known: Record<Proof['kind'], (p: Proof) => string> = {
    earning: (p) => share(p.value),
    paying: (p) => t('assessment.says_paying', { count: part(p, 'invoices'), days: decimal(p.value) }),
    credit: owing,
    bidding: (p) => t('assessment.says_bidding', { spend: sum(part(p, 'spend')), share: share(p.value) }),
    hours: (p) => t('assessment.says_hours', { name: p.name, free: count(part(p, 'free')), needed: count(part(p, 'needed')) }),
    wallet: (p) => share(p.value),
    customer: rate, goods: rate, rival: rate,
  }
  function owing(p: Proof) {
    const room = part(p, 'headroom')
    if (p.from === 'assessment.from_light') return t(`assessment.says_light_${p.light}`)
    if (room == null) return t('assessment.says_no_limit')
    return p.value == null ? t('assessment.says_credit', { room: sum(room) }) : t('assessment.says_credit_share', { room: sum(room), share: share(p.value, 0) })
  }
  function rate(p: Proof) {
    return t('assessment.rate', { won: p.won, of: p.of, share: share(p.value, 0), low: share(p.low, 0), high: share(p.high, 0) })
  }
  return {
    name: (p: Proof) => [t(`assessment.proof_${p.kind}`), ['goods', 'rival'].includes(p.kind) ? p.name : ''].filter(Boolean).join(' '),
    value: (p: Proof) => {
      if (p.state === 'hidden') return t('assessment.hidden')
      if (p.state === 'few') return t('assessment.few', { won: p.won ?? 0, of: p.of })
      if (p.kind === 'credit' && p.light) return owing(p)
      return p.state === 'known' ? known[p.kind](p) : t('assessment.not_known')
    },
  }
}

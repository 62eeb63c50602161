import './evaluation.css'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { Change, ClassChip } from './Change'
import { Objection } from './Objection'
import { type Card, useClasses } from './server'
import { SetByHand } from './SetByHand'
import { useWords } from './words'

type InForce = Card['classes'][number]

/** AccountClasses shows the classes of an account that count, beside those computed, and how they came about. */
export default function AccountClasses({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: card, error, refetch } = useClasses(account)
  const { cls } = useWords()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!card) return <Waiting rows={4} />
  const sheet = () => ({ columns: [t('evaluation.model'), t('evaluation.in_force'), t('evaluation.since'), t('evaluation.computed')], rows: card.classes.map((c) => [t(`evaluation.model_${c.model}`), cls(c.model, c.class), c.since, cls(c.model, c.computed)]) })
  return (
    <Panel title={t('evaluation.classes')} subtitle={t('evaluation.classes_says')} sheet={sheet} extra={<SetByHand account={account} classes={card.classes} />}>
      <table className="cells">
        <thead><tr><th scope="col">{t('evaluation.model')}</th><th scope="col">{t('evaluation.in_force')}</th><th scope="col">{t('evaluation.computed')}</th></tr></thead>
        <tbody>{card.classes.map((c) => <Line key={c.model} it={c} />)}</tbody>
      </table>
      {card.proposals.filter((p) => p.state === 'open').map((p) => (
        <div key={p.id} className="open-proposal"><b>{t('evaluation.state_open')}</b> <Change model={p.model} was={p.was} becomes={p.becomes} /><Follows proposal={p} /><Objection proposal={p} /></div>
      ))}
      <h3 className="moves-head">{t('evaluation.moves')}</h3>
      {card.moves.length === 0 ? <Empty>{t('evaluation.no_moves')}</Empty> : <Moves card={card} />}
    </Panel>
  )
}

function Line({ it }: { it: InForce }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const how = it.set ? t('evaluation.set_until', { name: name(it.set.by), day: it.set.expires, reason: it.set.reason }) : it.way && [t(`evaluation.way_${it.way}`), name(it.by), it.since].filter(Boolean).join(' · ')
  return (
    <tr>
      <td>{t(`evaluation.model_${it.model}`)}</td>
      <td><ClassChip model={it.model} name={it.class} />{how && <small>{how}</small>}</td>
      <td>
        {it.provisional ? <span className="third">{t('evaluation.provisional')}</span> : <ClassChip model={it.model} name={it.computed} />}
        {it.fate && <small>{t(`evaluation.fate_${it.fate}`)}{it.fate === 'waits' && ` · ${t('evaluation.times_of', { runs: it.runs, of: it.of })}`}</small>}
      </td>
    </tr>
  )
}

function Follows({ proposal }: { proposal: Card['proposals'][number] }) {
  const { effects } = useWords()
  return <small>{effects(proposal).join(' · ')}</small>
}

function Moves({ card }: { card: Card }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  return (
    <ul className="notes">
      {card.moves.map((m) => (
        <li key={m.id}>
          <span>{m.on} {t(`evaluation.way_${m.way}`)}<small>{[t(`evaluation.model_${m.model}`), name(m.by), m.reason].filter(Boolean).join(' · ')}</small></span>
          <Change model={m.model} was={m.was} becomes={m.class} />
        </li>
      ))}
    </ul>
  )
}

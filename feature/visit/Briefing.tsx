import { FileTextOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Waiting } from '../../ui/kit/Waiting'
import { useBriefing } from './server'
import type { Brief, Carried } from './visits'
import { useWhen } from './words'

/** Told is a briefing as it is shown: of one out of the pocket there is less. */
export type Told = Omit<Carried, 'people'> & { people: (Carried['people'][number] & Partial<Pick<Brief['people'][number], 'attitude' | 'duties'>>)[] }

/** Briefing is what somebody reads before he goes: money, orders, the visit before, what is still promised. */
export default function Briefing({ visit }: { visit: string }) {
  const { data, error, refetch } = useBriefing(visit)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={5} />
  return <Read visit={visit} brief={data} />
}

/** Read is a briefing, from the server or out of the pocket. */
export function Read({ visit, brief }: { visit: string; brief: Told }) {
  const { t } = useTranslation()
  const when = useWhen()
  return (
    <>
      <section>
        <h3><FileTextOutlined />{t('visit.briefing')}<small>{t('visit.as_of', { day: when.day(brief.as_of) })}</small><i className="grow" />
          <Link to={'/visits/$visit' as never} params={{ visit } as never} search={{ part: 'briefing' } as never} className="visit-print">{t('visit.print')}</Link>
        </h3>
        <Facts brief={brief} />
      </section>
      <Pending brief={brief} />
    </>
  )
}

const lights = { green: 'ok', yellow: 'ask', red: 'blocked' } as const

/** Facts are one line each; what a viewer may not know, or nobody does, is left out. */
export function Facts({ brief: { money, trade, last, people, history } }: { brief: Told }) {
  const { t } = useTranslation()
  const { sum, unit } = useFigures()
  const when = useWhen()
  return (
    <dl className="visit-facts">
      {money && <Fact title={t('visit.receivables')}><StateChip state={lights[money.light]}>{t(`visit.money_${money.light}`)}</StateChip> {sum(money.sum)} {unit}{money.late > 0 && <span className="late"> {t('visit.money_late', { sum: sum(money.late), unit })}</span>}</Fact>}
      {trade && <Fact title={t('visit.trade')}>{sum(trade.sales_minor)} {unit} <small>{t('visit.trade_says', { day: when.day(trade.last_order) })}</small></Fact>}
      <Fact title={t('visit.last_visit')}>{last ? `${when.day(last.day)} ${last.purpose} · ${t('visit.met_of', { met: last.met, all: last.objectives.length })}` : t('visit.never')}</Fact>
      {history[0] && <Fact title={t('visit.last_touch')}>{when.day(history[0].on)} {t(`visit.touch_${history[0].channel}`)} · {history[0].subject}</Fact>}
      {people.length > 0 && <Fact title={t('visit.people')}>{people.slice(0, 4).map((p) => <span key={p.id} className="visit-met">{p.name} {p.title}<Attitude of={p.attitude} /></span>)}</Fact>}
    </dl>
  )
}

const Fact = ({ title, children }: { title: string; children: ReactNode }) => <><dt>{title}</dt><dd>{children}</dd></>

const signs = { support: '+', neutral: '○', oppose: '−' } as const

/** Attitude is how somebody stands to us, with its sign; of whom nothing is known nothing is said. */
export function Attitude({ of }: { of: number | null | undefined }) {
  const { t } = useTranslation()
  if (of == null) return null
  const kind = of > 0 ? 'support' : of < 0 ? 'oppose' : 'neutral'
  return <span style={{ color: `var(--attitude-${kind}-text)` }}> {signs[kind]} {t(`visit.attitude_${kind}`)}</span>
}

/** Pending is what both sides have promised and not kept yet. */
export function Pending({ brief: { pending } }: { brief: Told }) {
  const { t } = useTranslation()
  const when = useWhen()
  const of = (by: string) => pending.filter((p) => p.by === by).length
  return (
    <section>
      <h3>{t('visit.pending')}<small>{t('visit.pending_of', { us: of('us'), customer: of('customer') })}</small></h3>
      {pending.length === 0 && <p className="third">{t('visit.nothing_pending')}</p>}
      <ul className="visit-promises">
        {pending.map((p, i) => (
          <li key={i}><b className={p.by}>{t(`visit.by_${p.by}`)}</b><span>{p.text}{p.who && <small>{p.who}</small>}</span>
            <time className={p.late > 0 ? 'late' : ''}>{when.day(p.due)}{p.late > 0 && ` ${t('visit.late_by', { n: p.late })}`}</time></li>
        ))}
      </ul>
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import type { Group, Review } from './server'

interface Props {
  review: Review
  groups: Group[]
  stale: boolean
  extra: ReactNode
  more: ReactNode
}

/** GroupsPanel compares groups of deals: how often they are won, between which bounds, and what they bring. */
export function GroupsPanel({ review, groups, stale, extra, more }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(review.currency)
  const called = useCalled()
  const sheet = () => ({
    columns: ['group', 'won', 'lost', 'pending', 'rate', 'low', 'high', 'verdict', 'revenue', 'average', 'cycle', 'median', 'cycle_off', 'discount', 'compared'].map((key) => t(`winloss.${key}`)),
    rows: groups.map((g) => [called(g), g.won, g.lost, g.pending, figures.share(g.rate.mean), figures.share(g.rate.low), figures.share(g.rate.high), t(`winloss.${g.verdict}`), g.revenue_minor / 100,
      figures.exact(g.average_minor), figures.decimal(g.cycle_won), figures.decimal(g.cycle_median), figures.decimal(g.cycle_lost), figures.share(g.discount), g.compared]),
  })
  const notes = [t('winloss.interval', { sure: figures.share(review.sure, 0) }), t('winloss.discount_rule'), review.scope === 'own' && t('winloss.own')].filter(Boolean).join(' ')
  return (
    <Panel title={t(`winloss.by_${review.by}`)} subtitle={`${figures.unit} · ${t('winloss.dashed')}`} extra={extra} sheet={sheet} stale={stale} note={notes}>
      <div className="sheet winloss-groups" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('winloss.group')}</th>
              <th scope="col" className="number">{t('winloss.ended')}</th>
              <th scope="col">{t('winloss.rate')}</th>
              <th scope="col">{t('winloss.verdict')}</th>
              <th scope="col" className="number wide">{t('winloss.pending')}</th>
              <th scope="col" className="number wide">{t('winloss.revenue')}</th>
              <th scope="col" className="number wide">{t('winloss.average')}</th>
              <th scope="col" className="number wide">{t('winloss.cycle')}</th>
              <th scope="col" className="number wide">{t('winloss.discount')}</th>
            </tr>
          </thead>
          <tbody>{groups.map((g) => <Row key={g.key} group={g} name={called(g)} review={review} />)}</tbody>
        </table>
      </div>
      {more}
    </Panel>
  )
}

/** useCalled names a group: by its own words, or by the key of a text. */
function useCalled() {
  const { t, i18n } = useTranslation()
  return (g: Group) => (g.label ? t(g.label) : (i18n.language === 'en' ? g.words.en : g.words.zh) || g.name)
}

function Row({ group: g, name, review }: { group: Group; name: string; review: Review }) {
  const { t } = useTranslation()
  const figures = useFigures(review.currency)
  const { won, of } = g.rate
  return (
    <tr>
      <td>{review.by === 'account' && g.key ? <Link to="/accounts/$id" params={{ id: g.key } as never}>{name}</Link> : name}{g.class && <small className="third"> ABC.{g.class}</small>}</td>
      <td className="number">{t('winloss.of', { won: figures.count(won), of: figures.count(of) })}</td>
      <td><Rate group={g} all={review.total.rate.mean} least={review.least} /></td>
      <td><Why label={name} chip={<Verdict verdict={g.verdict} />}>{() => <Reasoned why={g.why} stand={today()} currency={review.currency} />}</Why></td>
      <td className="number wide">{figures.count(g.pending)}</td>
      <td className="number wide">{figures.sum(g.revenue_minor)}</td>
      <td className="number wide">{figures.sum(g.average_minor)}</td>
      <td className="number wide">{g.cycle_won === null ? missing : figures.decimal(g.cycle_won)}</td>
      <td className="number wide">{figures.share(g.discount)}</td>
    </tr>
  )
}

function Verdict({ verdict }: { verdict: Group['verdict'] }) {
  const { t } = useTranslation()
  if (verdict === 'above') return <StateChip state="ok">{t('winloss.above')}</StateChip>
  if (verdict === 'below') return <StateChip state="blocked">{t('winloss.below')}</StateChip>
  return <PlainChip>{t(`winloss.${verdict}`)}</PlainChip>
}

/** Rate is a share between its bounds, beside that of all; of too few deals there is none. */
function Rate({ group: { rate }, all, least }: { group: Group; all: number | null; least: number }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (rate.mean === null || rate.low === null || rate.high === null) return <span className="third">{t('winloss.below_least', { least })}</span>
  const at = (share: number) => `${share * 100}%`
  return (
    <span className="winloss-rate">
      <span><b>{figures.share(rate.mean)}</b> <small className="third">{t('winloss.between', { low: figures.share(rate.low), high: figures.share(rate.high) })}</small></span>
      <span className="winloss-bar" aria-hidden="true">
        <i style={{ left: at(rate.low), width: at(rate.high - rate.low) }} />
        <b style={{ left: at(rate.mean) }} />
        {all !== null && <u style={{ left: at(all) }} />}
      </span>
    </span>
  )
}

import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Review, useReviews } from './server'

/** ReviewsView is the calendar of reviews, what is due first. */
export function ReviewsView() {
  const { t } = useTranslation()
  const may = useMay()
  const { count } = useFigures()
  const [{ high }, set] = useAddress<{ high: '' | 'true' }>({ high: '' })
  const { data, error, refetch, isPlaceholderData } = useReviews(high === 'true')
  return (
    <>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : <>
        <KeyFigures stale={isPlaceholderData} figures={[{ title: t('credit.due'), value: count(data.due) }, { title: t('credit.high'), value: count(data.high), onOpen: () => set({ high: 'true' }) }]} />
        <Panel title={t('credit.reviews')} stale={isPlaceholderData} extra={<span className="credit-bar">
          <Segmented<'' | 'true'> size="small" value={high} onChange={(high) => set({ high })} aria-label={t('credit.high')} options={[{ value: '', label: t('credit.all') }, { value: 'true', label: t('credit.high') }]} />
          {may('credit:export') && <Button size="small" href={`/api/credit/reviews/export?high=${high === 'true'}`}>{t('credit.export')}</Button>}
        </span>}>
          {data.rows.length === 0 ? <Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('credit.reviews_none')}</Empty> : <Rows rows={data.rows} />}
        </Panel>
      </>}
    </>
  )
}

function Rows({ rows }: { rows: Review[] }) {
  const { t } = useTranslation()
  return (
    <div className="credit-scroll" tabIndex={0} role="group" aria-label={t('credit.reviews')}>
      <table className="credit-rows">
        <thead><tr><th scope="col">{t('credit.account')}</th><th scope="col">{t('credit.grade')}</th><th scope="col" className="number">{t('credit.score')}</th><th scope="col">{t('credit.given')}</th><th scope="col">{t('credit.review_on')}</th><th scope="col">{t('credit.high')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.account}>
              <td className="credit-name"><Link to="/accounts/$id" params={{ id: r.account } as never} search={{ tab: 'ledger.money' } as never}>{r.name}</Link><small className="third">{r.code}</small></td>
              <td>{r.before && r.before !== r.grade && <span className="third">{r.before} → </span>}<PlainChip outlined>{t('credit.grade_chip', { grade: r.grade || '—' })}</PlainChip>{r.rule !== 'solvency.rule_score' && <small className="third credit-rule">{t(r.rule as 'solvency.rule_none')}</small>}</td>
              <td className="number wide">{r.score?.replace(/(\.\d).*/, '$1') ?? '—'}</td>
              <td className="wide">{r.given}</td>
              <td>{r.on}<small className={r.days <= 0 ? 'credit-over' : 'third'}>{r.days === 0 ? t('credit.today_due') : r.days < 0 ? t('credit.days_over', { n: -r.days }) : t('credit.in_days', { n: r.days })}</small></td>
              <td>{r.high && <StateChip state="blocked">{t('credit.high')}</StateChip>} {r.stale > 0 && <StateChip state="ask">{t('credit.stale')} {r.stale}</StateChip>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

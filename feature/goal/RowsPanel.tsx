import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { TierWord } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { Attainment } from './Attainment'
import { GoalForm } from './GoalForm'
import { type Goals, type Row, type Sort, sorts, useSheet } from './server'

interface Props {
  goals: Goals
  rows: Row[]
  sort: Sort
  stale: boolean
  onSort: (sort: Sort) => void
}

/** RowsPanel is account by account what is wanted, in both metrics, and how far each is. */
export function RowsPanel({ goals, rows, sort, stale, onSort }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures(goals.currency)
  const [asked, ask] = useState<string>()
  const sheet = () => ({
    columns: [t('goal.account_code'), t('goal.account_name'), t('goal.tier'), t('goal.sales'), t('goal.wallet'), t('goal.quality'), t('goal.share'), t('goal.space'), t('goal.goal_amount'), t('goal.goal_share'), t('goal.primary'), t('goal.attainment'), t('goal.secondary')],
    rows: rows.map((r) => [r.code, r.name, r.tier, yuan(r.sales), yuan(r.wallet.value), r.wallet.quality && t(`goal.quality_${r.wallet.quality}`), figures.share(r.share), yuan(r.space), yuan(r.goal.amount), percent(r), t(`goal.value_${r.primary}`), figures.share(r.attainment), figures.share(r.secondary)]),
  })
  const percent = (r: Row) => (r.goal.share == null ? missing : figures.share(r.goal.share / 10_000))
  return (
    <Panel title={t('goal.rows')} subtitle={t('goal.rows_say', { count: figures.count(goals.count), unit: figures.unit })} sheet={sheet} stale={stale} note={goals.scope === 'own' && t('goal.scope_own')}
      extra={<Segmented<Sort> size="small" aria-label={t('goal.sort')} value={sort} onChange={onSort} options={sorts.map((value) => ({ value, label: t(`goal.sort_${value}`) }))} />}>
      {rows.length === 0 ? <Empty>{t('goal.no_rows')}</Empty> : (
        <div className="sheet goal-rows" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('goal.account_name')}</th>
                <th scope="col" className="wide">{t('goal.tier')}</th>
                <th scope="col" className="number wide">{t('goal.sales')}</th>
                <th scope="col" className="number wide">{t('goal.wallet')}</th>
                <th scope="col" className="number">{t('goal.share')}</th>
                <th scope="col" className="number">{t('goal.space')}</th>
                <th scope="col" className="number wide">{t('goal.goal_amount')}</th>
                <th scope="col" className="number wide">{t('goal.goal_share')}</th>
                <th scope="col">{t('goal.attainment')}</th>
                {may('goal:write') && <th scope="col" className="wide"><span className="unseen">{t('goal.change')}</span></th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.id}>
                  <td className="cut"><Link to="/accounts/$id" params={{ id: r.id } as never} title={r.name}>{r.name}</Link></td>
                  <td className="wide">{r.tier ? <TierWord tier={r.tier} /> : missing}</td>
                  <td className="number wide">{figures.sum(r.sales)}</td>
                  <td className={`number wide${r.wallet.stale ? ' soon' : ''}`} title={r.wallet.value === null ? undefined : `${t(`goal.quality_${r.wallet.quality || 'unsaid'}`)} · ${r.wallet.by} · ${r.wallet.on} · ${r.wallet.evidence}`}>{figures.sum(r.wallet.value)}</td>
                  <td className="number">{figures.share(r.share)}</td>
                  <td className="number">{figures.sum(r.space)}</td>
                  <td className={`number wide${r.primary === 'absolute' ? '' : ' third'}`}>{figures.sum(r.goal.amount)}</td>
                  <td className={`number wide${r.primary === 'share' ? '' : ' third'}`}>{percent(r)}</td>
                  <td><Attainment row={r} /></td>
                  {may('goal:write') && <td className="wide"><Button size="small" type="text" aria-label={`${t(r.goal.version ? 'goal.change' : 'goal.set')} ${r.name}`} onClick={() => ask(r.id)}>{t(r.goal.version ? 'goal.change' : 'goal.set')}</Button></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked && <Asked account={asked} year={goals.year} onDone={() => ask(undefined)} />}
    </Panel>
  )
}

const yuan = (minor: number | null) => (minor === null ? null : minor / 100)

/** Asked is the form of a row, with the goal as it is now. */
function Asked({ account, year, onDone }: { account: string; year: number; onDone: () => void }) {
  const { data } = useSheet(account, year)
  return data ? <GoalForm sheet={data} onDone={onDone} /> : null
}

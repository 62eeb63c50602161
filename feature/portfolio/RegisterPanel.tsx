import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip, TierChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Why } from '../../ui/kit/Why'
import type { Tier } from '../../ui/theme'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'
import { Reason } from './Reason'
import { useUpkeep } from './register'
import { useRuleName } from './rules'

/** RegisterPanel lists the key accounts with the rules that made them so. */
export function RegisterPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="register" title={t('portfolio.register')}>{(answer, stale) => <List register={answer} stale={stale} />}</ModelPanel>
}

type Row = Answer<'register'>['rows'][number]

function List({ register, stale }: { register: Answer<'register'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(register.currency)
  const ruleName = useRuleName()
  const { open } = useBehind()
  const [rule, setRule] = useState('')
  const rows = register.rows.filter((r) => !rule || r.rules.includes(rule))
  const sheet = () => ({
    columns: [t('portfolio.account'), t('portfolio.code'), t('portfolio.tier'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.rules'), t('portfolio.since')],
    rows: rows.map((r) => [r.name, r.code, r.tier, r.amount / 100, r.rules.map(ruleName).join(', '), r.since]),
  })
  return (
    <Panel className="register" title={t('portfolio.register')} sheet={sheet} stale={stale} note={<Upkeep />}
      subtitle={t('portfolio.register_says', { count: figures.count(register.count), share: figures.share(register.coverage.share) })}
      extra={<button type="button" className="link small" onClick={() => open('register', rule || 'all')}>{t('portfolio.all_of_them', { count: figures.count(rule ? tally(register, rule) : register.count) })}</button>}>
      <div className="filters" role="group" aria-label={t('portfolio.rules')}>
        {register.rules.filter((r) => r.enabled && r.count > 0).map((r) => (
          <button key={r.rule} type="button" className="filter" aria-pressed={rule === r.rule} onClick={() => setRule(rule === r.rule ? '' : r.rule)}>
            {ruleName(r.rule)} <span>{figures.count(r.count)}</span>
          </button>
        ))}
      </div>
      {rows.length === 0 ? <Empty>{t('portfolio.no_key_accounts')}</Empty> : (
        <div className="sheet register-rows" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('portfolio.account')}</th>
                <th scope="col">{t('portfolio.tier')}</th>
                <th scope="col">{t('portfolio.because')}</th>
                <th scope="col" className="number">{figures.unit}</th>
                <th scope="col" className="number">{t('portfolio.head_share')}</th>
              </tr>
            </thead>
            <tbody>{rows.map((r) => <Line key={r.id} row={r} amount={figures.sum(r.amount)} share={figures.share(r.share)} />)}</tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

/** Upkeep says what the register still asks for, and leads to where that is done. */
function Upkeep() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { data } = useUpkeep()
  const wants = data && [
    data.overdue > 0 && t('portfolio.overdue_n', { n: count(data.overdue) }),
    data.overdue === 0 && data.unmanaged > 0 && t('portfolio.unmanaged_n', { n: count(data.unmanaged) }),
    data.reviews > 0 && t('portfolio.reviews_n', { n: count(data.reviews) }),
  ].filter(Boolean)
  return <>{wants?.join(' · ')} <Link to={'/portfolio/register' as never}>{t('portfolio.to_register')}</Link></>
}

const tally = (register: Answer<'register'>, rule: string) => register.rules.find((r) => r.rule === rule)?.count ?? 0

function Line({ row, amount, share }: { row: Row; amount: string; share: string }) {
  const { t } = useTranslation()
  const ruleName = useRuleName()
  const because = row.rules.map(ruleName).join(' · ')
  return (
    <tr>
      <td className="cut"><Link to="/accounts/$id" params={{ id: row.id } as never} title={row.name}>{row.name}</Link></td>
      <td>{row.tier && !row.provisional ? <TierChip tier={row.tier as Tier} /> : <span className="third" title={t('portfolio.tray')}>—</span>}</td>
      <td>
        <Why label={`${row.name}: ${because || t('portfolio.lapsed')}`} chip={<span className="chips">
          {row.rules.map((rule) => <PlainChip key={rule}>{ruleName(rule)}</PlainChip>)}
          {row.lapse && <span className="soon">{t('portfolio.lapsed')}</span>}
        </span>}>{() => <Reason account={row.id} model="register" />}</Why>
      </td>
      <td className="number">{amount}</td>
      <td className="number third">{share}</td>
    </tr>
  )
}

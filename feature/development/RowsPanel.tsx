import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { StateChip, TierWord } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { List, Row } from './server'
import { useStage, useWrite } from './words'

interface Props {
  list: List
  rows: Row[]
  stale: boolean
}

const signs = { up: '▲', down: '▼' } as const

/** RowsPanel is account by account where each stands, where it should go and what it lacks. */
export function RowsPanel({ list, rows, stale }: Props) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const stage = useStage()
  const write = useWrite()
  const lack = (r: Row) => r.missing.map((c) => t('development.lack', { what: t(c.key), need: write(c.unit, c.need), have: write(c.unit, c.have) })).join(' · ')
  const sheet = () => ({
    columns: [t('development.account_code'), t('development.account_name'), t('development.tier'), t('development.stage'), t('development.since'), t('development.trend'), t('development.target'), t('development.lacks'), t('development.cell'), t('supplier.index')],
    rows: rows.map((r) => [r.code, r.name, r.tier, stage(r.stage), r.since ?? '', t(`development.trend_${r.trend}`), stage(r.target), lack(r), t(`involvement.cell_${r.cell}`), r.index]),
  })
  return (
    <Panel title={t('development.rows')} subtitle={t('development.rows_say', { count: figures.count(list.count) })} sheet={sheet} stale={stale}>
      {rows.length === 0 ? <Empty>{t('development.no_rows')}</Empty> : (
        <div className="sheet development-rows" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('development.account_name')}</th>
                <th scope="col" className="wide">{t('development.owner')}</th>
                <th scope="col" className="wide">{t('development.tier')}</th>
                <th scope="col">{t('development.stage')}</th>
                <th scope="col">{t('development.target')}</th>
                <th scope="col" className="wide">{t('development.lacks')}</th>
                <th scope="col" className="wide">{t('development.class')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.id}>
                  <td className="cut"><Link to="/accounts/$id" params={{ id: r.id } as never} search={{ tab: 'development.tab' } as never} title={r.name}>{r.name}</Link></td>
                  <td className="wide">{name(r.owner) || missing}</td>
                  <td className="wide">{r.tier ? <TierWord tier={r.tier} /> : missing}</td>
                  <td>{stage(r.stage)} {r.trend !== 'steady' && <><span aria-hidden="true">{signs[r.trend]}</span><span className="unseen">{t(`development.trend_${r.trend}`)}</span></>}{r.overridden && <small className="third"> {t('development.by_hand')}</small>}
                    {r.interrupted && <StateChip state="blocked">{t('development.interrupted')}</StateChip>}</td>
                  <td>{stage(r.target)}{r.warned && <StateChip state="ask">{t('development.warned_short')}</StateChip>}</td>
                  <td className="wide lacks" title={lack(r)}>{lack(r) || missing}</td>
                  <td className="wide">{r.class ? `${t(`supplier.class_${r.class}`)} ${figures.decimal(r.index)}` : missing}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { TierWord } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import type { Tier } from '../../ui/theme'
import { type Among, type Indicator, useBehind } from './server'
import { write } from './write'

/** BehindPanel lists the accounts behind a figure: whom we lost, who ordered once, where money is lost. */
export function BehindPanel({ indicator, among }: { indicator: Indicator; among: Among }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const may = useMay()
  const { name } = usePeople()
  const { data, error, refetch } = useBehind(indicator.name, among)
  const unit = indicator.name === 'loyalty' ? 'share' : 'amount'
  const narrow = new URLSearchParams(Object.entries({ ...among, name: indicator.name }).flatMap(([k, v]) => (v ? [[k, v]] : [])))
  return (
    <Panel title={t('kpi.accounts_behind')} subtitle={`${t(`kpi.behind_${indicator.name}`)} · ${figures.unit}`}
      extra={may('indicator:export') && data && data.count > 0 && <Button size="small" href={`/api/indicators/accounts/export?${narrow}`}>{t('kpi.export')}</Button>}
      note={data && data.count > data.rows.length ? t('kpi.more_accounts', { count: data.count, shown: data.rows.length }) : undefined}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error ? <Waiting rows={6} /> : data?.rows.length === 0 ? <p className="third">{t('kpi.no_accounts')}</p> : (
        <div className="kpi-scroll tall" tabIndex={0}>
          <table className="kpi-rows">
            <thead><tr><th scope="col">{t('kpi.account')}</th><th scope="col">{t('kpi.tier')}</th><th scope="col" className="number">{t('kpi.figure')}</th><th scope="col" className="number">{t('kpi.sales')}</th><th scope="col" className="number">{t('kpi.orders')}</th><th scope="col">{t('kpi.by_owner')}</th></tr></thead>
            <tbody>
              {data?.rows.map((r) => (
                <tr key={r.account}>
                  <td className="cut"><Link to="/accounts/$id" params={{ id: r.account } as never} title={r.name}>{r.name}</Link></td>
                  <td>{r.tier && <TierWord tier={r.tier as Tier} />}</td>
                  <td className="number">{write(unit, r.value, figures)}</td>
                  <td className="number">{figures.sum(r.sales)}</td>
                  <td className="number">{figures.count(r.orders)}</td>
                  <td>{name(r.owner)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

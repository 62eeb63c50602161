import './upgrade.css'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { type Plan, type Plans, usePlans } from './server'

type Shown = Plan['state'] | 'mine'

const shown: Shown[] = ['open', 'mine', 'reached', 'dropped']

/** UpgradeScreen lists the plans: for whom, who sees to it, how far they are. */
export default function UpgradeScreen() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { name } = usePeople()
  const [{ show }, set] = useAddress<{ show: Shown }>({ show: 'open' })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = usePlans(show === 'mine' ? { state: 'open', mine: true } : { state: show })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const first = data?.pages[0]
  const sheet = () => ({
    columns: [t('upgrade.account'), t('upgrade.path'), t('upgrade.owner'), t('upgrade.due'), t('upgrade.steps'), t('upgrade.state')],
    rows: rows.map((r) => [r.name, `${t(`grade.${r.was}`)} → ${t(`grade.${r.becomes}`)}`, name(r.owner), r.due, t('upgrade.done_of', { done: r.done, of: r.of }), t(`upgrade.state_${r.state}`)]),
  })
  return (
    <div className="upgrade-screen">
      <PageHead title={t('upgrade.upgrades')} note={first && t('upgrade.count_says', { open: count(first.open), late: count(first.late) })}>
        <Select<Shown> value={show} onChange={(show) => set({ show })} aria-label={t('upgrade.show')} popupMatchSelectWidth={false} options={shown.map((value) => ({ value, label: value === 'mine' ? t('upgrade.mine') : t(`upgrade.state_${value}`) }))} />
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      <Panel title={t('upgrade.upgrades')} sheet={sheet} stale={isFetching && !!data}>
        {!data && !error ? <Waiting rows={6} /> : rows.length === 0 ? <Empty>{t('upgrade.no_plans')}</Empty> : <Table rows={rows} name={name} />}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('upgrade.more')}</Button>}
      </Panel>
    </div>
  )
}

function Table({ rows, name }: { rows: Plans['rows']; name: (id?: string) => string }) {
  const { t } = useTranslation()
  return (
    <div className="upgrade-scroll" tabIndex={0}>
      <table className="upgrade-rows">
        <thead><tr><th scope="col">{t('upgrade.account')}</th><th scope="col">{t('upgrade.path')}</th><th scope="col">{t('upgrade.owner')}</th><th scope="col">{t('upgrade.due')}</th><th scope="col">{t('upgrade.steps')}</th><th scope="col">{t('upgrade.state')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td className="cut"><Link to="/accounts/$id" params={{ id: r.account } as never} title={r.name}>{r.name}</Link></td>
              <td>{t(`grade.${r.was}`)} → {t(`grade.${r.becomes}`)}</td>
              <td>{name(r.owner)}</td>
              <td>{r.due}{r.late && <span className="soon"> {t('upgrade.late')}</span>}</td>
              <td>{t('upgrade.done_of', { done: r.done, of: r.of })}</td>
              <td><StateChip state={r.state === 'reached' ? 'ok' : r.late ? 'ask' : 'info'}>{t(`upgrade.state_${r.state}`)}</StateChip></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

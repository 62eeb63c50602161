import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'

type Company = Reply<'/api/accounts/{id}/tree'>[number]

/** CompanyTree shows the group an account belongs to, with what each company and all below it buy. */
export function CompanyTree({ account }: { account: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const tree = useQuery({
    queryKey: ['account', account, 'tree'],
    queryFn: async () => take(await api.GET('/api/accounts/{id}/tree', { params: { path: { id: account } } })),
  })
  if (tree.error) return <Fault error={tree.error} onRetry={() => void tree.refetch()} />
  const companies = tree.data ?? []
  if (companies.length < 2) return null
  const sheet = () => ({
    columns: [t('account.name'), t('account.code'), t('account.level'), t('account.own_sales'), t('account.group_sales')],
    rows: companies.map((c) => [c.name, c.code, c.level, (c.sales_minor ?? 0) / 100, (c.group_minor ?? 0) / 100]),
  })
  return (
    <Panel title={t('account.group')} subtitle={t('account.group_says', { unit: figures.unit })} sheet={sheet}>
      <ul className="tree">
        {companies.map((c) => <Line key={c.id} company={c} here={c.id === account} />)}
      </ul>
    </Panel>
  )
}

function Line({ company: c, here }: { company: Company; here: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <li style={{ paddingInlineStart: c.level * 16 }} aria-current={here || undefined}>
      <span className="cut">{here ? <b>{c.name}</b> : <Link to="/accounts/$id" params={{ id: c.id } as never}>{c.name}</Link>}</span>
      <span className="number">
        {figures.sum(c.sales_minor)}
        {c.companies > 1 && <small className="third">{t('account.with_below', { amount: figures.sum(c.group_minor) })}</small>}
      </span>
    </li>
  )
}

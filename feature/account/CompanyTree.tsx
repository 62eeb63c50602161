import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Account } from './AccountScreen'
import type { Row } from './columns'

/** CompanyTree shows the group an account belongs to: the company above, the companies below. */
export function CompanyTree({ account }: { account: Account }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { id, parent } = account
  const above = useQuery({
    queryKey: ['account', parent],
    enabled: !!parent,
    queryFn: async () => take(await api.GET('/api/accounts/{id}', { params: { path: { id: parent! } } })),
  })
  const below = useQuery({
    queryKey: ['accounts', 'below', id],
    queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { parent: id, sort: 'sales', desc: true } } })),
  })
  const parts = below.data?.rows ?? []
  if (!parent && parts.length === 0) return <Fault error={below.error} />
  return (
    <Panel title={t('account.group')} subtitle={t('account.group_says', { unit: figures.unit })}>
      <Fault error={below.error ?? above.error} />
      <ul className="tree">
        {above.data && <Company row={above.data} note={t('account.above')} />}
        <li className={parent ? 'below' : ''}><b>{account.name}</b><span className="number">{figures.sum(account.figures?.sales_minor)}</span></li>
        {parts.map((row) => <Company key={row.id} row={row} below />)}
      </ul>
    </Panel>
  )
}

function Company({ row, note, below }: { row: Row; note?: string; below?: boolean }) {
  const figures = useFigures()
  return (
    <li className={below ? 'below' : ''}>
      <span className="cut"><Link to="/accounts/$id" params={{ id: row.id } as never}>{row.name}</Link> <span className="third">{note}</span></span>
      <span className="number">{figures.sum(row.figures?.sales_minor)}</span>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import './duplicates.css'

const shown = 4

/** DuplicatesPanel shows the first pairs that wait for a decision. */
export default function DuplicatesPanel() {
  const { t } = useTranslation()
  const pairs = useQuery({
    queryKey: ['duplicates', 'first'],
    queryFn: async () => take(await api.GET('/api/account-duplicates', { params: { query: { state: 'open', limit: shown } } })),
  })
  const rows = pairs.data?.rows ?? []
  return (
    <Panel title={t('account.duplicates')} extra={<Link to={'/data/duplicates' as never}>{t('account.duplicates_all')}</Link>}>
      <Fault error={pairs.error} />
      {pairs.isPending && <Waiting rows={2} />}
      {pairs.data && rows.length === 0 && <Empty>{t('account.pairs_none_open')}</Empty>}
      <ul>{rows.map(({ id, accounts, reason }) => (
        <li key={id} className="pair-line">
          <span className="cut">{accounts.map((a) => a.name).join(' · ')}</span>
          <span className="third">{t(`account.pair_${reason}`)}</span>
        </li>
      ))}</ul>
    </Panel>
  )
}

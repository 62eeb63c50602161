import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import type { Slots } from '../../ui/feature'
import { useFigures } from '../../ui/figures'

/** PermitCard is the list that a proposal opened to its proposer, until it is fetched. */
export default function PermitCard({ proposal }: Slots['approval.card']) {
  const { t } = useTranslation()
  const { time } = useFigures()
  const wanted = proposal.kind === 'exporting.permit' && proposal.state === 'approved'
  const permits = useQuery({ queryKey: ['export-permits'], queryFn: async () => take(await api.GET('/api/export-permits')), enabled: wanted, staleTime: 0 })
  const one = permits.data?.find((p) => p.id === proposal.id)
  if (!wanted || !one) return null
  return (
    <section>
      <p className="second">{t('exporting.fetch_until', { when: time(one.until) })}</p>
      <Button type="primary" icon={<DownloadOutlined />} href={one.address} onClick={() => setTimeout(() => void permits.refetch(), 3000)}>{t('exporting.fetch')}</Button>
    </section>
  )
}

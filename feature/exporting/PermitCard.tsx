import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import type { Slots } from '../../ui/feature'

/** PermitCard is the list that a proposal opened to its proposer, until it is fetched. */
export default function PermitCard({ proposal }: Slots['approval.card']) {
  const { t, i18n } = useTranslation()
  const wanted = proposal.kind === 'exporting.permit' && proposal.state === 'approved'
  const permits = useQuery({ queryKey: ['export-permits'], queryFn: async () => take(await api.GET('/api/export-permits')), enabled: wanted, staleTime: 0 })
  const one = permits.data?.find((p) => p.id === proposal.id)
  if (!wanted || !one) return null
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(one.until / 1000))
  return (
    <section>
      <p className="second">{t('exporting.fetch_until', { when })}</p>
      <Button type="primary" icon={<DownloadOutlined />} href={one.address} onClick={() => setTimeout(() => void permits.refetch(), 3000)}>{t('exporting.fetch')}</Button>
    </section>
  )
}

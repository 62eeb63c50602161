import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'

/** Foot says how old the figures are. */
export default function Foot() {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['portfolio', 'summary', {}],
    queryFn: async () => take(await api.GET('/api/portfolio/summary')),
    staleTime: 60_000,
  })
  if (!data?.as_of) return null
  return <>{t('portfolio.data_as_of', { date: data.as_of })}<br />{t('portfolio.ledger_version', { revision: data.revision })}</>
}

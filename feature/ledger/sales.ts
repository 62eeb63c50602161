import { useQuery } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Sales = Reply<'/api/accounts/{account}/sales'>

/** useSales is what the ledger says about an account in the last twelve months. */
export function useSales(account: string) {
  return useQuery({
    queryKey: ['ledger', 'sales', account],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/sales', { params: { path: { account } } })),
  })
}

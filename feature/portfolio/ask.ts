// The question that the portfolio screen asks. It lives in the URL.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useAddress } from '../../ui/address'
import { api, type Reply, take } from '../../ui/api'

const usual = { as_of: '', window: '12', measure: 'sales', returns: 'net', region: '', industry: '', owner: '', segment: '', band: '', behind: '' }

/** useChoices are what the user has chosen, and the way to choose. */
export const useChoices = () => useAddress(usual)

/** query puts the choices into the API's words. */
export function query({ as_of, window, measure, returns, region, industry, owner, segment, band }: typeof usual) {
  return {
    as_of: as_of || undefined,
    months: window === 'all' ? undefined : Number(window),
    all: window === 'all' || undefined,
    measure: measure as 'sales' | 'gross',
    returns: returns as 'net' | 'ignore',
    region: region || undefined,
    industry: industry || undefined,
    owner: owner || undefined,
    segment: segment || undefined,
    band: band ? Number(band) : undefined,
  }
}

type Model = 'summary' | 'pareto' | 'abc' | 'rfm' | 'grid' | 'quadrant' | 'pyramid' | 'worth' | 'single' | 'matrix' | 'agreement' | 'mistakes' | 'effort' | 'contribution' | 'register'

export type Answer<M extends Model> = Reply<`/api/portfolio/${M}`>

/** useModel asks one model; the old answer stays, marked stale, until the new one is there. */
export function useModel<M extends Model>(model: M) {
  const [choices] = useChoices()
  const asked = query(choices)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['portfolio', model, asked],
    queryFn: async () => take(await api.GET(`/api/portfolio/${model as 'summary'}`, { params: { query: asked } })),
    placeholderData: keepPreviousData,
  })
  return { data: data as Answer<M> | undefined, error, stale: isPlaceholderData, retry: () => void refetch() }
}

/** useBehind opens the list of accounts behind a mark; that, too, is in the URL. */
export function useBehind() {
  const [{ behind }, set] = useChoices()
  const [model = '', mark = ''] = behind.split(':')
  return {
    behind: behind ? { model, mark } : undefined,
    open: (model: string, mark: string) => set({ behind: `${model}:${mark}` }),
    close: () => set({ behind: '' }),
  }
}

// What the screen of contributions asks the server.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useAddress } from '../../ui/address'
import { api, type Reply, take } from '../../ui/api'

export type Grouped = Reply<'/api/worth/groups'>
export type Group = Grouped['rows'][number]
export type Whole = Grouped['whole']
export type Inside = Reply<'/api/worth/groups/inside'>
export type Lines = Reply<'/api/worth/lines'>
export type Movement = Reply<'/api/accounts/{account}/movement'>
export type Movements = Reply<'/api/worth/movements'>
export type Shift = Movements['rows'][number]
export type MoveStep = Movement['sales'][number]

export const ways = ['owner', 'family', 'region', 'industry', 'line'] as const
export type Way = (typeof ways)[number]
export type By = Exclude<Way, 'line'>

export const sorts = ['name', 'count', 'sales', 'gross', 'service', 'given', 'credit', 'amount', 'rate'] as const
export type Sort = (typeof sorts)[number]

const usual = { by: 'owner', view: 'parts', sort: 'amount', up: '', group: '', as_of: '', region: '', industry: '', owner: '', segment: '', band: '' }

/** useChoices are what the user has chosen; they live in the URL. */
export const useChoices = () => useAddress(usual)

/** asked puts the choices of accounts and day into the API's words. */
export function asked({ as_of, region, industry, owner, segment, band }: typeof usual) {
  return { as_of: as_of || undefined, region: region || undefined, industry: industry || undefined, owner: owner || undefined, segment: segment || undefined, band: band ? Number(band) : undefined }
}

/** none stands in the URL for what belongs to none: an empty word would be no choice at all. */
export const none = '-'
const key = (group: string) => (group === none ? '' : group)

export function useGroups() {
  const [choices] = useChoices()
  const query = { ...asked(choices), by: choices.by as By, sort: choices.sort as Sort, up: choices.up === '1' }
  return useQuery({ queryKey: ['worth', 'groups', query], enabled: choices.by !== 'line', placeholderData: keepPreviousData,
    queryFn: async () => take(await api.GET('/api/worth/groups', { params: { query } })) })
}

export function useInside(group: string) {
  const [choices] = useChoices()
  const query = { ...asked(choices), by: choices.by as By, key: key(group) }
  return useInfiniteQuery({ queryKey: ['worth', 'inside', query], initialPageParam: 0, getNextPageParam: (last: Inside) => last.next || undefined,
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/worth/groups/inside', { params: { query: { ...query, from } } })) })
}

export function useLines() {
  const [choices] = useChoices()
  const query = asked(choices)
  return useQuery({ queryKey: ['worth', 'lines', query], queryFn: async () => take(await api.GET('/api/worth/lines', { params: { query } })), placeholderData: keepPreviousData })
}

export function useMovements() {
  const [choices] = useChoices()
  const query = { ...asked(choices), by: choices.by as By }
  return useQuery({ queryKey: ['worth', 'movements', query], queryFn: async () => take(await api.GET('/api/worth/movements', { params: { query } })), placeholderData: keepPreviousData })
}

export const useMovement = (account: string) =>
  useQuery({ queryKey: ['worth', 'movement', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/movement', { params: { path: { account } } })) })

// Those who work here: what they are called, and who can be chosen.
import { useQuery } from '@tanstack/react-query'
import { api, take } from './api'

const minute = 60_000

/** usePeople names users, and offers those who can sign in. */
export function usePeople() {
  const { data: all = [] } = useQuery({ queryKey: ['people'], queryFn: async () => take(await api.GET('/api/people')), staleTime: minute })
  const choice = (some: typeof all) => some.map((p) => ({ value: p.id, label: p.name }))
  return {
    name: (id: string | undefined) => all.find((p) => p.id === id)?.name ?? '',
    options: choice(all.filter((p) => p.active)),
    /** those who have left, too: what they did and own stays */
    everybody: choice(all),
  }
}

// What the search box finds: people, by a whole number or address.
import { api, take } from '../../ui/api'
import type { Hit } from '../../ui/feature'

/** whole are words that can be somebody's number or mail address; parts of one find nobody. */
const whole = /^\+?[\d\s-]{7,}$|^\S+@\S+\.\S+$/

export async function find(words: string): Promise<Hit[]> {
  if (!whole.test(words.trim())) return []
  const found = take(await api.PUT('/api/contacts/search', { body: { number: words.trim() } }))
  return found.map((c) => ({ key: c.id, title: c.name, note: c.company, to: `/accounts/${c.account}` }))
}

import { api, take } from '../../ui/api'
import type { Hit } from '../../ui/feature'

/** find answers the search box: any two characters, pinyin, initials or code. */
export async function find(words: string): Promise<Hit[]> {
  const { rows } = take(await api.GET('/api/accounts', { params: { query: { search: words, limit: 8 } } }))
  return rows.map(({ id, name, code }) => ({ key: id, title: name, note: code, to: `/accounts/${id}` }))
}

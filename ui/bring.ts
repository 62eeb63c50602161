// Lists on their way into the server: what one would change, and what it has changed.
import { api, take } from './api'

export interface Came {
  taken: number
  updated?: number
  same: number
  /** rows that are wrong; without partly they keep the whole list out */
  wrong: { row: number; says: string }[]
  partly?: boolean
}

/** bring hands a file in; what is only tried changes nothing. */
export async function bring(address: string, file: File, tried: boolean) {
  const asked = tried ? `${address}${address.includes('?') ? '&' : '?'}try=true` : address
  const sent = { body: file, bodySerializer: (body: unknown) => body, headers: { 'Content-Type': 'application/octet-stream' } }
  return take((await api.POST(asked as never, sent as never)) as { data?: Came; response: Response })
}

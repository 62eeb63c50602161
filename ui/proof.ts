// What happens when the server wants to know again who sits here: a dialog asks,
// and what was asked of the server is sent once more.
import type { Problem } from './api'

/** Why asks for a fresh proof before something weighty, or for a new sign-in after a pause. */
export type Why = 'step_up' | 'again'

type Dialog = (why: Why) => Promise<boolean>
let dialog: Dialog | undefined
let open: Promise<boolean> | undefined

/** serveDialog is called by the dialog itself, once it is there. */
export function serveDialog(show: Dialog | undefined) {
  dialog = show
}

/** prove asks once, however many requests wait for the answer: whether he has shown who he is. */
export function prove(why: Why): Promise<boolean> {
  open ??= (dialog?.(why) ?? Promise.resolve(false)).finally(() => (open = undefined))
  return open
}

/** wanted is what an answer of the server asks of the user first, if it does. */
export async function wanted(response: Response): Promise<Why | undefined> {
  if (response.status === 401) return 'again'
  if (response.status !== 403) return undefined
  const { key }: Partial<Problem> = await response.clone().json().catch(() => ({}))
  if (key === 'identity.set_password') location.assign('/password')
  if (key === 'identity.must_enrol') location.assign('/enrol')
  return key === 'web.step_up' ? 'step_up' : undefined
}

/** send shows a password or a code; undefined is success. */
export async function send(body: { login?: string; password?: string; code?: string }): Promise<Problem | undefined> {
  const reply = await fetch('/api/proof', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  return reply.ok ? undefined : ((await reply.json()) as Problem)
}

/** asked sends a request, again after a proof if the server wants one. */
export async function asked(address: string): Promise<Response> {
  const reply = await fetch(address)
  const why = await wanted(reply)
  return why && (await prove(why)) ? fetch(address) : reply
}

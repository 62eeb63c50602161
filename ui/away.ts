// Work without network: the program is kept on the device, with who uses it, until he signs out.
import { api, type Schema, take } from './api'

type User = Schema['Me']

const name = 'erba.me'

/** isLost tells a broken connection from an answer. */
export const isLost = (fault: unknown) => fault instanceof TypeError && /fetch|load|network/i.test(fault.message) // the browsers' ways to say it

/** whoami is who sits here; without network, who sat here last, if he has kept the program. */
export async function whoami(): Promise<User> {
  try {
    const me = take(await api.GET('/api/me'))
    dropOthers(me.id ?? '', localStorage)
    return me
  } catch (fault) {
    const kept = isLost(fault) && localStorage.getItem(name)
    if (!kept) throw fault
    return JSON.parse(kept) as User
  }
}

/** pocket is the beginning of the names of what the device keeps for one user, who stands beside it as the owner. */
export const pocket = 'erba.pocket.'

/** dropOthers throws away what the device kept for somebody else, whatever the one may do who sits here now. */
export function dropOthers(user: string, store: Pick<Storage, 'getItem' | 'removeItem' | 'key' | 'length'>) {
  const owner = store.getItem(pocket + 'owner')
  if (owner === null || owner === user) return
  const names = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '')
  for (const one of names) if (one.startsWith(pocket)) store.removeItem(one)
}

/** keepProgram puts the program on the device; browsers do that over encrypted connections only. */
export async function keepProgram(me: User) {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return
  await navigator.serviceWorker.register('/worker.js')
  localStorage.setItem(name, JSON.stringify(me))
}

type Farewell = () => Promise<boolean>

const farewells = new Set<Farewell>()

/** beforeLeaving is asked when somebody signs out, and may say no: something of his is not sent yet. */
export function beforeLeaving(farewell: Farewell) {
  farewells.add(farewell)
  return () => void farewells.delete(farewell)
}

/** leave takes the program off the device, unless somebody says no. */
export async function leave() {
  for (const farewell of farewells) if (!(await farewell())) return false
  localStorage.removeItem(name)
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister()
  for (const kept of (await globalThis.caches?.keys()) ?? []) await caches.delete(kept)
  return true
}

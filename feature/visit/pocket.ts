// What the phone keeps for when there is no network: visits of today and tomorrow, and reports that wait.
// It belongs to one user: whoever signs in next finds nothing, and signing out empties it.

import { pocket as prefix } from '../../ui/away'

const days = 2

/** Draft is a report on its way. A second sending carries the same key, so the server takes it once. */
export interface Draft<Body = unknown, Theirs = unknown, About = unknown> {
  key: string
  visit: string
  /** what the visit is called, and whom one met: the day after it is not kept any more */
  of: About
  /** the version of the visit that was read when the report was begun */
  version: number
  body: Body
  /** when it was last written here, in milliseconds */
  at: number
  state: 'open' | 'waiting' | 'conflict' | 'refused'
  /** what somebody else has written meanwhile */
  theirs?: Theirs
  /** why the server did not take it, in its own words */
  fault?: string
}

/** Kept is a visit as far as a phone needs it; which fields are kept is for the caller to choose. */
export interface Kept {
  id: string
  day: string
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type Outcome<Theirs> = { sent: true } | { conflict: Theirs } | { fault: string } | 'offline'

/** Pocket is one user's part of the device. */
export class Pocket<Visit extends Kept, Body, Theirs> {
  private readonly store: Store
  private readonly listeners = new Set<() => void>()
  private version = 0
  private user = ''

  constructor(store: Store) {
    this.store = store
  }

  /** open hands the pocket to a user; what another left is thrown away. */
  open(user: string) {
    this.user = user
    const owner = this.store.getItem(prefix + 'owner')
    if (owner !== null && owner !== user) this.empty()
  }

  /** empty leaves nothing on the device. */
  empty() {
    this.names('').forEach((name) => this.store.removeItem(name))
    this.tell()
  }

  /** keep replaces the visits that are kept by those of today and tomorrow. */
  keep(visits: Visit[], today: string, zone: string) {
    this.store.setItem(prefix + 'zone', zone)
    this.set('visits', { visits: visits.filter((v) => near(v.day, today)) })
  }

  /** visits are those that are still of today or tomorrow. */
  visits(today: string): Visit[] {
    const kept = this.get<{ visits: Visit[] }>('visits')
    return kept?.visits.filter((v) => near(v.day, today)) ?? []
  }

  /** zone is that of the company, once it is known. */
  zone() {
    return this.store.getItem(prefix + 'zone') ?? undefined
  }

  write(draft: Draft<Body, Theirs, Visit>) {
    this.set('draft.' + draft.key, draft)
  }

  drop(key: string) {
    this.store.removeItem(prefix + 'draft.' + key)
    this.tell()
  }

  /** drafts are the reports on this device, oldest first. */
  drafts(): Draft<Body, Theirs, Visit>[] {
    return this.names('draft.').map((name) => this.get<Draft<Body, Theirs, Visit>>(name.slice(prefix.length))!).sort((a, b) => a.at - b.at)
  }

  draft(visit: string) {
    return this.drafts().find((d) => d.visit === visit)
  }

  /** send offers what waits to the server, one after the other; without network the rest goes on waiting. */
  async send(post: (draft: Draft<Body, Theirs, Visit>) => Promise<Outcome<Theirs>>) {
    let sent = 0
    for (const draft of this.drafts().filter((d) => d.state === 'waiting')) {
      const outcome = await post(draft)
      if (outcome === 'offline') return sent
      if ('sent' in outcome) {
        this.drop(draft.key)
        sent++
      } else if ('conflict' in outcome) this.write({ ...draft, state: 'conflict', theirs: outcome.conflict })
      else this.write({ ...draft, state: 'refused', fault: outcome.fault })
    }
    return sent
  }

  /** listen and stand are for screens: something has changed, here or in another window. */
  listen = (changed: () => void) => {
    this.listeners.add(changed)
    return () => void this.listeners.delete(changed)
  }

  stand = () => this.version

  tell() {
    this.version++
    this.listeners.forEach((changed) => changed())
  }

  private names(start: string) {
    const all = Array.from({ length: this.store.length }, (_, i) => this.store.key(i) ?? '')
    return all.filter((name) => name.startsWith(prefix + start))
  }

  private get<T>(name: string): T | undefined {
    const text = this.store.getItem(prefix + name)
    return text === null ? undefined : (JSON.parse(text) as T)
  }

  private set(name: string, value: unknown) {
    this.store.setItem(prefix + 'owner', this.user)
    this.store.setItem(prefix + name, JSON.stringify(value))
    this.tell()
  }
}

const near = (day: string, today: string) => {
  const ahead = (Date.parse(day) - Date.parse(today)) / 86_400_000
  return ahead >= 0 && ahead < days
}

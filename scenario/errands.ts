// What the writer has to know of people and visits, so that his words go through every form of theirs.
import { expect } from '@playwright/test'
import { day } from './day'
import { ask } from './writing'
import type { Beside, Version, Writer } from './writer'

/** past is a day of the month before this one, which is over. */
const past = () => { const [year, month] = day().split('-').map(Number) as [number, number, number]; return new Date(Date.UTC(year, month - 2, 15)).toISOString().slice(0, 10) }

/** scores are how many numbers a judgement of a kind holds. */
const scores: Record<string, number> = { supplier: 8, involvement: 6, relation: 2 }

// A promise is put off to a later day each time, and by no more than a year.
let off = 60
const later = () => (off < 360 ? ++off : off)

/** beside is what a body holds beside its texts, by operation; what a text says comes first. */
export const beside: Record<string, Beside> = {
  'POST /api/accounts/{account}/gifts': ({ writer, texts }) => ({ contact: someone(writer), value: 'reason' in texts ? 100_000_000 : 1 }),
  'POST /api/accounts/{account}/interactions': () => ({ on: day(0), people: [], users: [] }),
  'PUT /api/interactions/{id}': () => ({ on: day(0), people: [], users: [] }),
  'POST /api/accounts/{account}/interruptions': ({ writer }) => ({ owner: writer.seller, opened: day(0), due: day(30) }),
  'PUT /api/risks/interruptions/{id}': ({ writer }) => ({ owner: writer.seller, opened: day(0), due: day(30) }),
  'PUT /api/accounts/{account}/development/{kind}': ({ path }) => ({ scores: Array<number>(scores[path.split('/').pop() ?? ''] ?? 1).fill(1), expires: day(60) }),
  'PUT /api/accounts/{account}/loyalty': () => ({ demand: 100_000, people: [], expires: day(60) }),
  'POST /api/risks/signals/{id}/accept': ({ of }) => ({ evidence: '两次没有回电话', counter: '每月拜访一次', probability: 5, impact: 3, owner: of?.owner, due: day(30), version: of?.was ?? 0 }),
  'PUT /api/commitments/{id}': ({ writer }) => ({ user: writer.seller }),
  'POST /api/commitments/{id}/end': () => ({ state: 'broken' }),
  'POST /api/commitments/{id}/extend': () => ({ due: day(later()) }),
  'PUT /api/visits/{visit}': () => ({ users: [], people: [] }),
  'POST /api/visits/{visit}/move': ({ writer }) => ({ day: day(1 + writer.sent % 300), start: null, length: 60 }),
  'POST /api/visits/{visit}/execute': ({ texts }) => (texts.verdict ? { rating: 3, replan: false } : {}),
  'POST /api/visits/{visit}/report': ({ texts, of }) => ({ version: Number(of?.etag?.replaceAll('"', '')), ...(texts.verdict ? { rating: 3, replan: false } : {}) }),
  'POST /api/visits/{visit}/evaluate': () => ({ rating: 3, replan: false }),
}

const someone = (writer: Writer) => { const all = writer.made['/api/contacts'] ?? []; return all[writer.sent % Math.max(1, Math.min(12, all.length))]?.id }

/** versions find the version that a write must name where its own address does not tell it. */
export const versions: Record<string, Version> = {
  'PUT /api/accounts/{account}/risks/{cause}': async (cookie, path) => {
    const { body } = await ask(cookie, 'GET', path.slice(0, path.lastIndexOf('/')))
    return body?.causes?.find(({ cause }: { cause: string }) => path.endsWith('/' + cause))?.version ?? 0
  },
  'PUT /api/accounts/{account}/maintenance/quality': async (cookie, path) => {
    const { body } = await ask(cookie, 'GET', path.slice(0, path.lastIndexOf('/')))
    return body?.quality?.version ?? 0
  },
  'PUT /api/accounts/{account}/loyalty': () => Promise.resolve(0), // every line is a new one
  'PUT /api/reviews/{month}/comment': (cookie, path) => monthOf(cookie, path, ({ own }) => own === true),
  'POST /api/reviews/{month}/{user}/sign': (cookie, path) => monthOf(cookie, path, ({ user }) => path.includes(`/${String(user)}/`)),
}

async function monthOf(cookie: string, path: string, whose: (line: Record<string, unknown>) => boolean) {
  const { body } = await ask(cookie, 'GET', `/api/reviews?month=${path.split('/')[3]}`)
  return (body?.lines as { version: number }[] | undefined)?.find((line) => whose(line as unknown as Record<string, unknown>))?.version
}

/** fields are what stands in an address and is no thing that was made. */
export const fixed = { month: past() }

/** spent are operations that end what they are about: each gets a thing of its own, from where those are kept. */
export const spent: Record<string, string> = {
  'POST /api/commitments/{id}/end': '/api/commitments',
  'POST /api/visits/{visit}/cancel': '/api/visits/cancelled', 'POST /api/visits/{visit}/execute': '/api/visits/executed',
  'POST /api/visits/{visit}/report': '/api/visits/reported', 'POST /api/visits/{visit}/evaluate': '/api/visits/evaluated',
  'POST /api/accounts/{account}/interruptions': '/api/accounts', 'POST /api/risks/interruptions/{id}/close': '/api/interruptions',
  'POST /api/risks/signals/{id}/accept': '/api/signals/accepted', 'POST /api/risks/signals/{id}/decline': '/api/signals/declined',
  'POST /api/handovers/{id}/accept': '/api/handovers', 'POST /api/contacts/{id}/move': '/api/contacts/moved',
}

/** prepared lets there be visits to end, accounts that change hands, people who leave, and signals to decide about. */
export async function prepared(writer: Writer, { seller, manager, director }: { seller: string; manager: string; director: string }, many: number) {
  const all: string[] = []
  for (let i = 0; i < many; i++) all.push((await ask(seller, 'POST', '/api/accounts', { code: `V${i}`, name: `拜访 ${i}` })).body.id)
  await visiting(writer, seller, all[0] ?? '', many)
  await leaving(writer, seller, all[1] ?? '', many)
  await handing(writer, director, manager, all)
  await signalled(writer, director)
  writer.then['POST /api/me/calendar'] = async (cookie) => {
    const feeds: { id: string }[] = (await ask(cookie, 'GET', '/api/me/calendar')).body
    if (feeds.length > 3) await ask(cookie, 'DELETE', `/api/me/calendar/${feeds[0]?.id}`) // five at most
  }
  const reopened = async (cookie: string) => {
    const { body } = await ask(cookie, 'GET', `/api/reviews?month=${fixed.month}`)
    for (const { user, version, signed } of (body?.lines ?? []) as { user: string; version: number; signed: string }[])
      if (signed) await ask(cookie, 'POST', `/api/reviews/${fixed.month}/${user}/reopen`, undefined, { 'if-match': `"${version}"` })
  }
  writer.then['POST /api/reviews/{month}/{user}/sign'] = reopened
  await reopened(director)
}

async function visiting(writer: Writer, seller: string, account: string, many: number) {
  for (const ends of ['cancelled', 'executed', 'reported', 'evaluated']) {
    for (let i = 0; i < many; i += 50) {
      const visits = Array.from({ length: Math.min(50, many - i) }, () => ({ account, purpose: '季度回顾', day: day(0) }))
      const made = await ask(seller, 'POST', '/api/visits/batch', { visits })
      expect(made.status, JSON.stringify(made.body)).toBe(200)
      for (const id of made.body.visits as string[]) {
        if (ends === 'evaluated') await ask(seller, 'POST', `/api/visits/${id}/execute`, { result: '谈了来年框架' }, { 'if-match': (await ask(seller, 'GET', `/api/visits/${id}`)).etag ?? '' })
        writer.add(`/api/visits/${ends}`, { id, etag: (await ask(seller, 'GET', `/api/visits/${id}`)).etag })
      }
    }
  }
}

async function leaving(writer: Writer, seller: string, account: string, many: number) {
  for (let i = 0; i < many; i++) {
    const met = await ask(seller, 'POST', `/api/accounts/${account}/contacts`, { name: `同事 ${i}` })
    writer.add('/api/contacts/moved', { id: met.body.id, etag: met.etag })
  }
}

/** handing gives accounts to a manager and back, so that there is something to take over. */
async function handing(writer: Writer, director: string, manager: string, accounts: string[]) {
  const me = (await ask(manager, 'GET', '/api/me')).body.id as string
  for (const id of accounts) for (const owner of [me, writer.seller]) {
    const at = `/api/accounts/${id}`, { etag } = await ask(director, 'GET', at)
    const given = await ask(director, 'PUT', at + '/team', { owner, team: [] }, { 'if-match': etag ?? '' })
    expect(given.status, JSON.stringify(given.body)).toBe(200)
  }
  const { rows } = (await ask(manager, 'GET', '/api/handovers?state=waiting&limit=200')).body as { rows: { id: string; version: number }[] }
  writer.add('/api/handovers', ...rows.map(({ id, version }) => ({ id, etag: `"${version}"` })))
}

async function signalled(writer: Writer, director: string) {
  const { rows } = (await ask(director, 'GET', '/api/risks?state=signals&limit=200')).body as { rows: { id: string; owner: string }[] }
  for (const { id: account, owner } of rows) {
    const { signals, causes } = (await ask(director, 'GET', `/api/accounts/${account}/risks`)).body as { signals: { id: string; version: number; cause: string; state: string }[]; causes: { cause: string; version: number }[] }
    for (const { id, version, cause } of signals.filter(({ state }) => state === 'proposed')) {
      const one = { id, owner, etag: `"${version}"`, was: causes.find((judged) => judged.cause === cause)?.version ?? 0 }, kept = writer.made['/api/signals/accepted'] ?? []
      writer.add(kept.length <= (writer.made['/api/signals/declined'] ?? []).length ? '/api/signals/accepted' : '/api/signals/declined', one)
    }
  }
}

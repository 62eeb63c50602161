// What the writer has to know of terms, debts, credit, packages with partners and points, so that his words go through every form of theirs.
import { expect } from '@playwright/test'
import { day } from './day'
import { ask } from './writing'
import type { Beside, Writer } from './writer'

const rule = { mode: 'EOM_MONTHS', days: 30, statement: 0, on_day: false }

/** agreed are terms of payment, of one part if that has a name. */
const agreed = (name?: string) => ({ ...rule, grace: 0, next_working: false, parts: name ? [{ name, percent: 100, retention: false, rule }] : [] })

const partner = (writer: Writer) => writer.made['/api/partners']?.[0]?.id
const packed: Beside = ({ texts }) => ({ asked: 100_000, items: [texts['items[].name'] ?? '十年架修', '备件包'].map((name) => ({ name, cost: 1000 })) })
const weighed: Beside = ({ texts }) => ({ ways: [{ way: 'alliance', pros: texts['ways[].pros'] ?? '网点多', cons: texts['ways[].cons'] ?? '账期长', chosen: true }] })

const invoiced: Beside = () => ({ number: 'KP-0001', amount: 1 })

/** beside is what a body holds beside its texts, by operation. */
export const beside: Record<string, Beside> = {
  'POST /api/accounts/{account}/terms': ({ writer, texts }) => ({ contract: `HT-${writer.sent}`, since: day(0), agreed: agreed(texts['agreed.parts[].name']) }),
  'POST /api/terms/preview': ({ texts }) => ({ agreed: agreed(texts['agreed.parts[].name']) }),
  'POST /api/bundles': packed, 'PUT /api/bundles/{bundle}': packed,
  'POST /api/bundles/partners': weighed, 'PUT /api/bundles/partners/{partner}': weighed,
  'POST /api/sharing': ({ writer }) => ({ partner: partner(writer), fields: ['name'] }),
  'POST /api/accounts/{account}/consents': ({ writer }) => ({ partner: partner(writer) }),
  'POST /api/accounts/{account}/collection/disputes': invoiced, 'POST /api/accounts/{account}/collection/write-offs': invoiced,
  'POST /api/accounts/{account}/collection/promises': () => ({ number: '', due: day(30) }),
  'POST /api/accounts/{account}/collection/dunnings': () => ({ does: 'letter', channel: 'post', language: 'zh-CN', title: '催款函', body: '请付款' }),
  'POST /api/accounts/{account}/collection/steps': () => ({ steps: [{ does: 'call', days: 3 }] }),
  'POST /api/accounts/{account}/points/reversals': ({ of }) => ({ use: of?.id }),
}

/** spent are operations that end what they are about: each gets a thing of its own. */
export const spent: Record<string, string> = {
  'POST /api/accounts/{account}/points/reversals': '/api/points/uses',
  'POST /api/accounts/{account}/collection/stops': '/api/accounts', 'POST /api/accounts/{account}/collection/stops/{id}/lift': '/api/stops',
  'POST /api/accounts/{account}/collection/disputes/{id}/settle': '/api/disputes',
  'POST /api/accounts/{account}/receivables/documents/{id}/reverse': '/api/documents',
  'POST /api/credit/orders/{order}/cash': '/api/orders/cash', 'POST /api/credit/orders/{order}/close': '/api/orders/close', 'POST /api/credit/orders/{order}/release': '/api/orders/release',
}

/** owners are where that is kept which an operation is about. */
export const owners: [about: RegExp, kept: string][] = [
  [/^\/api\/sharing\/\{agreement\}/, '/api/sharing/agreed'], [/^\/api\/terms\/days/, '/api/days'], [/\/points\/uses$/, '/api/members'],
  [/\/(collection|receivables|credit|terms)\//, '/api/debtors'],
]

/** funded lets there be days to call by a name, an agreement with a partner under which lists are made, accounts that have points, and others that owe. */
export async function funded(writer: Writer, { seller, finance, director, privacy }: Record<'seller' | 'finance' | 'director' | 'privacy', string>, many: number) {
  writer.add('/api/days', ...Array.from({ length: 30 }, (_, i) => ({ id: day(400 + i), etag: null })))
  await sharing(writer, director, privacy)
  const { body: earned } = await ask(director, 'GET', '/api/points')
  writer.add('/api/members', ...(earned as { account: string; standing: { balance: number } }[]).filter(({ standing }) => standing.balance > 200).map(({ account }) => ({ id: account, etag: null })))
  for (let i = 0; i < 3; i++) await owing(writer, seller, finance, i)
  for (let i = 0; i < many; i++) for (const ends of ['cash', 'close', 'release']) {
    const order = await ask(finance, 'POST', '/api/credit/orders', { account: writer.made['/api/debtors']?.[i % 3]?.id, number: `${ends}-${i}`, amount: 1_000_000_000 })
    expect(order.status, JSON.stringify(order.body)).toBe(200)
    writer.add('/api/orders/' + ends, { id: order.body.id, etag: '"1"' })
  }
  writer.then['POST /api/accounts/{account}/credit/limits'] = async (cookie, { approval = '' }) => {
    writer.add('/api/asked', { id: approval, etag: null })
    await ask(cookie, 'POST', `/api/approvals/${approval}/withdrawal`, undefined, { 'if-match': '"1"' }) // one waits at a time
  }
}

/** sharing is an agreement with a partner to which the privacy officer has consented. */
async function sharing(writer: Writer, director: string, privacy: string) {
  const met = await ask(director, 'POST', '/api/bundles/partners', { name: '同行者', note: '', ways: [] })
  const asked = await ask(director, 'POST', '/api/sharing', { partner: met.body.id, purpose: '联合推广架修服务', basis: '合作协议第五条', fields: ['name'], from: day(0), until: day(300) })
  const said = await ask(privacy, 'POST', `/api/approvals/${asked.body.approval}/decision`, { verdict: 'approve' }, { 'if-match': '"1"' })
  expect(said.status, JSON.stringify([met.body, asked.body, said.body])).toBe(200)
  writer.add('/api/partners', { id: met.body.id, etag: met.etag ?? '"1"' })
  writer.add('/api/sharing/agreed', { id: asked.body.id, etag: null })
}

/** owing is an account that has not paid an invoice for long. */
async function owing(writer: Writer, seller: string, finance: string, i: number) {
  const { id } = (await ask(seller, 'POST', '/api/accounts', { code: `D${i}`, name: `欠款 ${i}` })).body as { id: string }
  const booked = await ask(finance, 'POST', `/api/accounts/${id}/receivables/documents`, { kind: 'invoice', number: 'KP-0001', amount: 1_000_000_000, on: day(-200), due: day(-170) })
  expect(booked.status, JSON.stringify(booked.body)).toBe(200)
  writer.add('/api/debtors', { id, etag: null })
}

// What the writer has to know of fees and promotions, so that his words go through every form of theirs.
import { expect } from '@playwright/test'
import { day } from './day'
import { together } from './hostile'
import { ask } from './writing'
import type { Beside, Writer } from './writer'

const span = () => ({ from: day(0), until: day(30) })
const wanted: Beside = () => ({ type: 'display', amount: 1000, ...span() })
const budget: Beside = () => ({ type: '', amount: 1000, ...span() })

/** answered are the six questions about a promotion. */
const answered: Beside = ({ texts }) => ({ ...span(), ways: [texts['ways[]'] ?? 'display'], budget: { way: 'task', sales: 0, percent: '0', units: 0, each: 0, tasks: [{ name: texts['budget.tasks[].name'] ?? '海报', cost: 1000 }] } })

/** above is more than any customer brings. */
const above = 100_000_000_000

/** beside is what a body holds beside its texts, by operation. */
export const beside: Record<string, Beside> = {
  'POST /api/accounts/{account}/fees': wanted, 'POST /api/accounts/{account}/fees/foresee': wanted,
  'PUT /api/fees/{fee}': (on) => ({ ...wanted(on), amount: above }),
  'POST /api/fees/budgets': budget, 'PUT /api/fees/budgets/{budget}': budget,
  'POST /api/fees/{fee}/raise': () => ({ amount: 2_000_000 }),
  'POST /api/accounts/{account}/promotions': answered, 'POST /api/accounts/{account}/promotions/foresee': answered, 'PUT /api/promotions/{promotion}': answered,
  'POST /api/promotions/{promotion}/turn': () => ({ state: 'cancelled' }),
}

/** spent are operations that end what they are about: each gets a thing of its own. */
export const spent: Record<string, string> = {
  'POST /api/fees/{fee}/override': '/api/fees/overridden', 'POST /api/fees/{fee}/raise': '/api/fees/raised', 'POST /api/fees/{fee}/evaluate': '/api/fees/settled',
  'POST /api/accounts/{account}/fees/bookings/{booking}/reverse': '/api/bookings/reversed', 'POST /api/promotions/{promotion}/turn': '/api/promotions/turned',
}

/** owners are where that is kept which an operation is about. */
export const owners: [about: RegExp, kept: string][] = [[/^\/api\/fees\/\{fee\}$/, '/api/fees/blocked'], [/^\/api\/fees\/\{fee\}\/bookings$/, '/api/fees/executed']]

type People = Record<'seller' | 'finance' | 'director', string>

/** spending lets there be fees in every state, payments to take back, and promotions to cancel. */
export async function spending(writer: Writer, people: People, many: number) {
  const { seller } = people
  const { id: account } = (await ask(seller, 'POST', '/api/accounts', { code: 'F0', name: '费用' })).body as { id: string }
  for (let i = 0; i < 3; i++) writer.add('/api/fees/blocked', await request(writer, seller, writer.customer.account ?? '', above))
  for (let i = 0; i < many; i++) {
    writer.add('/api/fees/overridden', await request(writer, seller, writer.customer.account ?? '', above))
    writer.add('/api/fees/raised', await granted(writer, people, account))
    writer.add('/api/fees/settled', await executed(writer, people, account, together[i % together.length] ?? ''))
    const planned = await ask(seller, 'POST', `/api/accounts/${account}/promotions`, { ...plan(), name: `促销 ${i}` })
    expect(planned.status, JSON.stringify(planned.body)).toBe(200)
    writer.add('/api/promotions/turned', { id: planned.body.id, etag: '"1"' })
  }
  for (const { id } of writer.made['/api/fees/settled'] ?? []) await pay(people.finance, id, `J-${id}`, true)
  const one = await executed(writer, people, account, '凭证')
  writer.add('/api/fees/executed', one)
  for (let i = 0; i < many; i++) writer.add('/api/bookings/reversed', { id: await pay(people.finance, one.id, `R-${i}`, false), etag: null, within: account })
}

const plan = () => ({ background: '旺季', place: '门店', audience: '家庭', products: [], ways: ['display'], tools: [], ...span(), baseline: 0, expected: 1, budget: { way: 'unit', sales: 0, percent: '0', tasks: [], units: 1, each: 1 } })

async function request(writer: Writer, seller: string, account: string, amount: number) {
  const asked = await ask(seller, 'POST', `/api/accounts/${account}/fees`, { type: 'display', name: `陈列 ${writer.sent++}`, purpose: '', amount, ...span() })
  expect([asked.status, asked.body.state], JSON.stringify(asked.body)).toEqual([200, amount === above ? 'blocked' : 'waiting'])
  return { id: asked.body.id as string, etag: asked.etag, approval: asked.body.approval as string }
}

async function granted(writer: Writer, { seller, director }: People, account: string) {
  const one = await request(writer, seller, account, 1_000_000)
  const said = await ask(director, 'POST', `/api/approvals/${one.approval}/decision`, { verdict: 'approve' }, { 'if-match': '"1"' })
  expect(said.status, JSON.stringify(said.body)).toBe(200)
  return one
}

/** executed is a request with a paper of such a name. */
async function executed(writer: Writer, people: People, account: string, name: string) {
  const one = await granted(writer, people, account), at = `/api/fees/${one.id}`
  const filed = await ask(people.seller, 'POST', `${at}/papers?name=${encodeURIComponent(name.slice(0, 100) + '凭证.txt')}`, `凭证 ${one.id}`, { 'content-type': 'application/octet-stream' })
  expect(filed.status, JSON.stringify(filed.body)).toBe(200)
  const did = await ask(people.seller, 'POST', `${at}/execute`, undefined, { 'if-match': (await ask(people.seller, 'GET', at)).etag ?? '' })
  expect(did.status, JSON.stringify(did.body)).toBe(200)
  return one
}

async function pay(finance: string, fee: string, number: string, last: boolean) {
  const booked = await ask(finance, 'POST', `/api/fees/${fee}/bookings`, { amount: 1, on: day(0), number, note: '', last })
  expect(booked.status, JSON.stringify(booked.body)).toBe(200)
  return booked.body.id as string
}

// What the writer has to know of deals, prices and competitors, so that his words go through every form of theirs.
import { expect } from '@playwright/test'
import { day } from './day'
import { ask } from './writing'
import type { Beside, Version, Writer } from './writer'

/** full is how many deals get all the sheets, so that whoever looks at one of them sees much. */
const full = 6

/** next is the day after one, to which a deal is put off. */
const next = (on: string) => new Date(Date.parse(on || day(30)) + 864e5).toISOString().slice(0, 10)

/** alone is a day of its own for a price that holds beside no other one. */
const alone = () => { const one = day(free++); return { from: one, until: one } }
let free = 1000

/** doubtful answers let a gate of the card stay shut, so that somebody asks for an exception. */
const doubtful = (first: string, words: string) => [first, 'business', 'finance', 'funds', 'urgency'].map((question) => ({ question, rating: 1, unknown: false, words }))

const ware = (writer: Writer) => { const all = writer.made['/api/wares'] ?? []; return all[writer.sent % Math.max(1, all.length)]?.id }

const obstacle: Beside = ({ writer }) => ({ kind: 'indirect', superior: `分管领导 ${writer.sent}` })
const criterion: Beside = () => ({ caring: [], fits: [] })
const rated: Beside = () => ({ scores: { coverage: 3 } })

/** beside is what a body holds beside its texts, by operation. */
export const beside: Record<string, Beside> = {
  'PUT /api/opportunities/{opportunity}': ({ writer }) => ({ ...writer.customer, currency: '' }),
  'POST /api/opportunities/{opportunity}/move': ({ there }) => ({ stage: there.deal?.stage === 'plan' ? 'research' : 'plan' }),
  'POST /api/opportunities/{opportunity}/dates': ({ there }) => ({ expected: next(there.deal?.expected) }),
  'POST /api/opportunities/{opportunity}/close': ({ texts }) => ({ state: texts.evidence ? 'won' : 'lost', reason: 'price', lesson: '早些见决策者' }),
  'POST /api/opportunities/{opportunity}/nurture': () => ({ until: day(30) }),
  'POST /api/opportunities/{opportunity}/prices': ({ writer }) => ({ product: ware(writer), wanted: '1', quantity: '1', until: day(90) }),
  'POST /api/opportunities/{opportunity}/criteria': criterion, 'PUT /api/opportunities/{opportunity}/criteria/{id}': criterion,
  'POST /api/opportunities/{opportunity}/rivals': obstacle, 'PUT /api/opportunities/{opportunity}/rivals/{rival}': obstacle,
  'PUT /api/opportunities/{opportunity}/assessment': ({ texts }) => ({ card: 'four', fresh: false, answers: doubtful(texts['answers[].question'] ?? 'need', texts['answers[].words'] ?? '没有立项') }),
  'PUT /api/opportunities/{opportunity}/campaign': ({ writer, texts }) => ({ steps: [{ contact: writer.customer.contact, on: day(9), step: texts['steps[].step'] ?? '拜访', topic: texts['steps[].topic'] ?? '预算' }] }),
  'PUT /api/opportunities/{opportunity}/strategy': () => ({ strategy: 'flank' }),
  'PUT /api/opportunities/{opportunity}/strategy/facts': ({ texts }) => ({ incumbent: 'unknown', changeable: 'unknown', divisible: texts.part ? 'yes' : 'no', evidence: '客户采购部的反馈' }),
  'PUT /api/competitors/{competitor}': () => ({ evidence: '客户采购部的反馈' }),
  'PUT /api/competitors/grid': rated, 'PUT /api/accounts/{account}/competition': rated,
  'POST /api/prices/lists': ({ texts }) => ({ scope: texts.place ? 'region' : 'all' }),
  'PUT /api/prices/lists/{list}': ({ texts }) => (texts.place ? { scope: 'region' } : { scope: 'all', place: '' }),
  'POST /api/prices/frameworks': ({ writer }) => ({ account: writer.customer.account, product: ware(writer), agreed: '100000', ...alone() }),
  'PUT /api/prices/frameworks/{framework}': () => ({ agreed: '100000', ...alone() }),
}

/** within finds a version in what is kept at an address without its tail. */
const within = (tail: string, version: (found: any) => number): Version => async (cookie, path) => {
  const found = await ask(cookie, 'GET', path.slice(0, path.length - tail.length))
  return found.status === 200 ? version(found.body) : undefined
}
const anew: Version = () => Promise.resolve(0) // every line is a new one

/** versions find the version that a write must name where its own address does not tell it. */
export const versions: Record<string, Version> = {
  'PUT /api/opportunities/{opportunity}/assessment': within('', ({ sides }) => sides[0].version),
  'PUT /api/opportunities/{opportunity}/milestones/{key}': within('/milestones/appointment', ({ deal }) => deal.version),
  'PUT /api/opportunities/{opportunity}/strategy/facts': within('/facts', ({ facts }) => facts.version),
  'PUT /api/accounts/{account}/analysis': within('', ({ sheet }) => sheet.version),
  'PUT /api/accounts/{account}/rivals/clear': within('/clear', ({ revision }) => revision),
  'PUT /api/accounts/{account}/competition': anew, 'PUT /api/competitors/grid': anew,
}

/** fixed is what stands in an address and is no thing that was made. */
export const fixed = { key: 'appointment', place: '华东' }

/** spent are operations that end a deal or take it up again: each gets a deal of its own. */
export const spent: Record<string, string> = {
  'POST /api/opportunities/{opportunity}/close': '/api/opportunities/closed',
  'POST /api/opportunities/{opportunity}/nurture': '/api/opportunities/nurtured',
  'POST /api/opportunities/{opportunity}/reopen': '/api/opportunities/reopened',
}

/** owners are where that is kept which an operation is about. */
export const owners: [about: RegExp, kept: string][] = [
  [/^\/api\/opportunities\/\{opportunity\}\/criteria\/\{/, '/api/criteria'], [/^\/api\/opportunities\/\{opportunity\}\/rivals\/\{/, '/api/rivals'],
  [/^\/api\/opportunities\/\{opportunity\}/, '/api/opportunities/full'],
]

/** dealt finds a customer whose people are known, and lets there be deals of his to write about, and others to end. */
export async function dealt(writer: Writer, seller: string, many: number) {
  writer.customer = await customer(seller)
  writer.add('/api/customers', { id: writer.customer.account ?? '', etag: null })
  const products: { id: string }[] = (await ask(seller, 'GET', '/api/products?limit=10')).body.rows
  writer.add('/api/wares', ...products.map(({ id }) => ({ id, etag: null })))
  for (let i = 0; i < full; i++) await deal(writer, seller, 'full', writer.customer)
  for (let i = 0; i < many; i++) for (const ends of ['closed', 'nurtured', 'reopened']) await deal(writer, seller, ends, {})
  for (const { id, etag } of writer.made['/api/opportunities/reopened'] ?? [])
    await ask(seller, 'POST', `/api/opportunities/${id}/close`, { state: 'lost', reason: 'price', lesson: '早些见决策者' }, { 'if-match': etag ?? '' })
  for (const asked of ['prices', 'assessment/exception']) writer.then[`POST /api/opportunities/{opportunity}/${asked}`] = async (cookie, { approval = '' }) => {
    writer.add('/api/asked', { id: approval, etag: null })
    await ask(cookie, 'POST', `/api/approvals/${approval}/withdrawal`, undefined, { 'if-match': '"1"' }) // one waits at a time
  }
}

async function deal(writer: Writer, seller: string, ends: string, of: Record<string, string>) {
  const made = await ask(seller, 'POST', '/api/opportunities', { ...of, name: `商机 ${writer.sent++}`, expected: day(30) })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  writer.add('/api/opportunities/' + ends, { id: made.body.id, etag: made.etag ?? '"1"' })
}

async function customer(seller: string) {
  const { rows } = (await ask(seller, 'GET', '/api/opportunities?limit=200')).body as { rows: { id: string; account: string; state: string }[] }
  for (const { id, account } of rows.filter(({ state }) => state === 'open')) {
    const [person] = (await ask(seller, 'GET', `/api/opportunities/${id}/campaign`)).body.people as { contact: string }[]
    if (person) return { account, contact: person.contact }
  }
  throw new Error('nobody is known who decides about a deal')
}

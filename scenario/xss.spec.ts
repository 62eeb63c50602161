import { expect, test } from '@playwright/test'
import { closed } from './closed'
import { dealt } from './deals'
import { prepared } from './errands'
import { spending } from './fees'
import { hostile, together } from './hostile'
import { funded } from './money'
import { signIn } from './people'
import { led } from './leads'
import { readers, watch } from './reading'
import { company } from './servers'
import { Writer } from './writer'
import { ask, enter, type Operation, operations } from './writing'

// Who writes, in the order in which they are asked whether they may.
const writers = ['shenyan', 'xuyuan', 'qinlang', 'songyan', 'admin', 'lushan', 'privacy']

/** alone tells a story in a company of its own: what others have decided nobody can write about any more. */
const alone = test.extend({
  async baseURL({}, use) {
    const { ERBA_URL, ERBA_LOGINS } = process.env, { known, stop } = await company()
    Object.assign(process.env, known)
    await use(known.ERBA_URL)
    Object.assign(process.env, { ERBA_URL, ERBA_LOGINS })
    await stop()
  },
})

/** order writes first what others need, and last what ends something. */
function order({ method, path }: Operation) {
  const last = ['pool', 'merges', 'closing', 'undo', 'drop', 'end', 'decision', 'decisions', 'close', 'sign', 'evaluate', 'extend', 'accept', 'reopen', 'nurture', 'exception'].indexOf(path.split('/').pop() ?? '')
  const first = ['', '/contacts', '/interruptions', '/commitments'].findIndex((what) => path === (what ? `/api/accounts/{account}${what}` : '/api/accounts'))
  if (path === '/api/claims') return -1 // before companies of those names are one's own
  if (first >= 0) return first
  return (last >= 0 ? 3000 - last * 100 : method === 'POST' && !path.includes('/methods/') ? (path.includes('/notes') ? 900 : 0) : 1000) + path.length
}

/** found is what is there without the writer: proposals about a manager's accounts, their cards, those on which we lose, those that have a class to climb from, and key accounts to review. */
async function found(writer: Writer, { shenyan = '', qinlang: director = '', songyan: operator = '' }: Record<string, string>) {
  const rows = async (path: string): Promise<Record<string, string>[]> => (await ask(shenyan, 'GET', path)).body?.rows ?? []
  const things = (all: Record<string, string>[], name: string) => all.map((one) => ({ id: one[name] ?? '', etag: null }))
  await moving(shenyan, director, operator)
  writer.add('/api/proposals', ...things(await rows('/api/evaluation/proposals?limit=200'), 'id'))
  writer.add('/api/cards', ...things(await rows('/api/cards?limit=200'), 'account'))
  writer.add('/api/losses', ...things((await ask(director, 'GET', '/api/losses?limit=200')).body.rows, 'id'))
  await offered(writer, rows)
  await claimed(writer, shenyan, director)
  for (const { id = '' } of await rows('/api/accounts?limit=200&sort=sales&desc=true'))
    if ((await ask(shenyan, 'GET', `/api/accounts/${id}/upgrade`)).body?.next) writer.add('/api/climbers', { id, etag: null })
  const small: { id: string }[] = (await ask(director, 'GET', '/api/accounts?limit=40&sort=sales')).body.rows
  for (const { id } of small) await ask(director, 'PUT', `/api/accounts/${id}/key-account`, { since: '2025-01-02' })
  await ask(director, 'POST', '/api/portfolio/evaluate')
  const reviews = async (): Promise<{ id: string; account: string; version: number }[]> => (await ask(director, 'GET', '/api/portfolio/reviews')).body.rows
  await expect.poll(async () => (await reviews()).filter(({ account }) => small.some(({ id }) => id === account)).length, { timeout: 60_000 }).toBeGreaterThan(small.length / 2) // some may have been reviewed this quarter
  writer.add('/api/reviews', ...(await reviews()).map(({ id, version }) => ({ id, etag: `"${version}"` })))
}

/** offered waits until products are proposed to a manager's accounts, and lets one be declined again and again. */
async function offered(writer: Writer, rows: (path: string) => Promise<Record<string, string>[]>) {
  const proposed = () => rows('/api/latent?kind=affinity&limit=200')
  await expect.poll(async () => (await proposed()).length, { timeout: 60_000 }).toBeGreaterThan(0)
  for (const { account = '', product = '' } of await proposed()) writer.offered[account] ??= product
  writer.add('/api/offered', ...Object.keys(writer.offered).map((id) => ({ id, etag: null })))
  writer.then['POST /api/accounts/{account}/latent/declined'] = (cookie, { id }) => ask(cookie, 'POST', `/api/latent/declined/${id}/back`)
}

/** claimed lets a seller register companies of others, for a manager to decide about, and as many more as he likes. */
async function claimed(writer: Writer, seller: string, director: string) {
  const rules = await ask(director, 'PUT', '/api/claims/rules', { days: 90, most: 1000, renewals: 1, warn: 14, checks: 1000, reason: '试行' }, { 'if-match': '"0"' })
  expect(rules.status, JSON.stringify(rules.body)).toBe(200)
  for (const { name } of (await ask(director, 'GET', '/api/accounts?limit=120')).body.rows as { name: string }[]) {
    const claim = await ask(seller, 'POST', '/api/claims', { name, project: '年度框架', evidence: '会谈纪要', reason: '有新项目' })
    if (claim.body?.state === 'clashing') writer.add('/api/clashes', { id: claim.body.id, etag: '"1"' })
  }
}

/** planning makes room for plans: one is open at a time. */
async function planning(writer: Writer, director: string) {
  const end = (id: string, version: number) => ask(director, 'POST', `/api/plans/${id}/end`, undefined, { 'if-match': `"${version}"` })
  const all: { id: string; version: number; state: string }[] = (await ask(director, 'GET', '/api/plans')).body
  for (const { id, version } of all.filter(({ state }) => state === 'open')) await end(id, version)
  writer.then['POST /api/plans'] = (_, { id = '' }) => end(id, 1)
}

/** moving moves a threshold until something is proposed about a manager's accounts. */
async function moving(manager: string, director: string, operator: string) {
  const proposed = async (): Promise<unknown[]> => (await ask(manager, 'GET', '/api/evaluation/proposals')).body.rows
  for (const above of [0.75, 0.65, 0.5, 0.35, 0.25]) {
    if ((await proposed()).length) return
    const at = '/api/methods/M16', { etag, body: method } = await ask(director, 'GET', at)
    const draft = await ask(operator, 'PUT', `${at}/draft`, { base: method.version, config: { ...method.config, above } }, { 'if-match': etag ?? '' })
    const { body: { proposal } } = await ask(operator, 'POST', `${at}/submission`, { reason: '门槛调整' }, { 'if-match': draft.etag ?? '' })
    expect((await ask(director, 'POST', `/api/approvals/${proposal}/decision`, { verdict: 'approve' }, { 'if-match': '"1"' })).status).toBe(200)
    const { body: { job } } = await ask(director, 'POST', '/api/evaluation/runs', { as_of: '' })
    await expect.poll(async () => (await ask(director, 'GET', `/api/jobs/${job}`)).body.state, { timeout: 60_000 }).toBe('done')
  }
}

/** between makes what is decided, corrected and registered without a text of its own. */
async function between(writer: Writer, cookies: Record<string, string>) {
  const { shenyan = '', privacy = '', qinlang: director = '', songyan: operator = '' } = cookies
  for (let i = 0; i < 2 * together.length; i++) {
    const account = (await ask(shenyan, 'POST', '/api/accounts', { code: `N${i}`, name: `提名 ${i}` })).body
    const nominated = await ask(shenyan, 'POST', `/api/accounts/${account.id}/nominations`, { kind: 'VIP', reason: '三年框架协议', evidence: '框架协议草案', expires: '' })
    expect(nominated.status, JSON.stringify(nominated.body)).toBe(200)
    writer.add('/api/approvals', { id: nominated.body.id, etag: '"1"' })
  }
  for (const { id } of writer.made['/api/requests'] ?? []) {
    const at = `/api/privacy/requests/${id}`, { etag } = await ask(privacy, 'GET', at)
    await ask(privacy, 'PUT', `${at}/records`, { records: [{ of: 'contact', id: writer.made['/api/contacts']?.[0]?.id }] }, { 'if-match': etag ?? '' })
  }
  const plan = (await ask(director, 'POST', '/api/plans', { name: '下一年', from: '2027-01-01', until: '2027-12-31' })).body
  writer.made['/api/plans'] = [{ id: plan.id, etag: '"1"' }]
  const at = '/api/methods/M25', { etag, body: method } = await ask(director, 'GET', at)
  await ask(operator, 'PUT', `${at}/draft`, { base: method.version, config: { ...method.config, a: 0.65 } }, { 'if-match': etag ?? '' })
  writer.add('/api/methods', { id: 'M25', etag: null })
  const up = await ask(operator, 'POST', '/api/imports?name=settings.csv&kind=accounts', '客户编码,客户名称\r\nQ1,甲', { 'content-type': 'application/octet-stream' })
  writer.add('/api/imports', { id: up.body.id, etag: null })
  for (const _ of together) await ask(privacy, 'GET', '/api/privacy/notice/file')
  const registered: { id: string; version: number }[] = (await ask(privacy, 'GET', '/api/privacy/exports?limit=200')).body ?? []
  writer.add('/api/exports', ...registered.map(({ id, version }) => ({ id, etag: `"${version}"` })))
}

alone('no text that somebody writes runs in the browser of who reads it', async ({ page }) => {
  alone.setTimeout(1_500_000)
  expect(hostile.length).toBeGreaterThanOrEqual(120)
  const begin = Date.now(), took = (what: string) => console.log(`${what} after ${Math.round((Date.now() - begin) / 1000)} s`)
  const cookies = Object.fromEntries(await Promise.all(writers.map(async (login) => [login, await enter(login)] as const)))
  const { qinlang: director = '', songyan: operator = '' } = cookies
  const source = (await ask(director, 'GET', '/api/account-sources')).body?.sources?.[0]?.source ?? 'other'
  const people: { id: string; name: string }[] = (await ask(director, 'GET', '/api/people')).body ?? []
  const writer = new Writer(cookies, source, people.at(-1)?.id ?? '')
  writer.then['POST /api/methods/{id}/submission'] = async (cookie, { proposal = '' }) => {
    await ask(cookie, 'POST', `/api/approvals/${proposal}/withdrawal`, undefined, { 'if-match': '"1"' })
    writer.add('/api/submissions', { id: proposal, etag: null })
  }
  writer.seller = people.find(({ name }) => name === '沈砚')?.id ?? ''
  await planning(writer, director)
  await found(writer, cookies)
  await prepared(writer, { seller: cookies.shenyan ?? '', manager: cookies.xuyuan ?? '', director }, together.length + 8)
  await dealt(writer, cookies.shenyan ?? '', together.length + 8)
  await led(writer, cookies.shenyan ?? '', together.length + 8)
  await funded(writer, { seller: cookies.shenyan ?? '', finance: cookies.lushan ?? '', director, privacy: cookies.privacy ?? '' }, together.length + 8)
  await spending(writer, { seller: cookies.shenyan ?? '', finance: cookies.lushan ?? '', director }, together.length + 8)
  const all = (await operations(director)).sort((a, b) => order(a) - order(b))
  for (const [i, o] of all.entries()) {
    if (order(o) >= 1000 && order(all[i - 1] ?? o) < 1000) await between(writer, cookies)
    await writer.all(o)
  }
  for (const [i, [account, product]] of Object.entries(writer.offered).entries())
    await ask(cookies.shenyan ?? '', 'POST', `/api/accounts/${account}/latent/declined`, { product, kind: 'affinity', reason: together[i % together.length]?.slice(0, 200) })
  await writer.imports(operator)
  took(`${hostile.length} texts, ${writer.sent} writes, through ${writer.took.length} fields`)
  const fields = all.flatMap((o) => o.fields.map((field) => `${o.name} ${field}`))
  expect(fields.filter((field) => !writer.took.includes(field) && !(field in closed)).map((field) => `${field}: ${writer.refused[field]}`), 'texts that the story does not reach: teach the writer what they need, or say why nobody can').toEqual([])
  expect(Object.keys(closed).filter((field) => !fields.includes(field) || writer.took.includes(field))).toEqual([])

  const caught = await watch(page)
  for (const [login, read] of Object.entries(readers)) {
    await page.context().clearCookies()
    await signIn(page, login)
    await read(page, (what) => writer.made['/api/' + what] ?? [])
    took(login + ' has seen it')
  }
  expect(caught).toEqual([])

  // and the watch would have seen it
  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), '<img src=x onerror=seen(1)><style>*{color:red}</style>')
  await expect.poll(() => caught.length).toBeGreaterThanOrEqual(2)
})

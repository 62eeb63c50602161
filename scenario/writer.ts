// Somebody who wants his scripts to run elsewhere: he writes into everything that takes his words.
import { expect } from '@playwright/test'
import { day } from './day'
import * as deals from './deals'
import * as errands from './errands'
import * as fees from './fees'
import { hostile, together } from './hostile'
import * as leads from './leads'
import * as money from './money'
import { ask, filled, type Operation, over, placed } from './writing'

/** Made is something that exists because it was written. */
export interface Made {
  id: string
  etag: string | null
  /** the version of what it replaces */
  was?: number
  /** who answers for it */
  owner?: string
  /** the thing in whose address it stands */
  within?: string
}

/** Beside is what a body holds beside its texts, of what stands there. */
export type Beside = (on: { writer: Writer; texts: Record<string, string>; path: string; of: Made | undefined; there: any }) => Record<string, unknown>

/** Version finds the version that a write must name where its own address does not tell it. */
export type Version = (cookie: string, path: string) => Promise<number | undefined>

const beside = { ...errands.beside, ...deals.beside, ...money.beside, ...leads.beside, ...fees.beside }, versions = { ...errands.versions, ...deals.versions, ...leads.versions }, spent = { ...errands.spent, ...deals.spent, ...money.spent, ...leads.spent, ...fees.spent }, fixed: Record<string, string> = { ...errands.fixed, ...deals.fixed, ...leads.fixed }

/** Cookies are those of the people who write, by login, in the order in which they are asked whether they may. */
export type Cookies = Record<string, string>

/** kept says where things are found that were made at another address. */
const kept: Record<string, string> = { nominations: '/api/approvals', notes: '/api/contact-notes', upgrade: '/api/upgrades' }

const collection = (path: string) => apart.find(([about]) => about.test(path))?.[1] ?? '/api/' + path.replace(/\{\w+\}\/?/g, '').split('/').filter(Boolean).pop()

/** apart are things of which others have the name. */
const apart: [about: RegExp, kept: string][] = [[/\/interruptions\/\{id\}\/offers$|^\/api\/risks\/offers/, '/api/risks/offers'], [/\/points\/uses$/, '/api/points/uses']]

/** owners are where that is kept which an operation is about, if its address begins with another name. */
const owners: [about: RegExp, kept: string][] = [
  ...deals.owners, ...money.owners, ...fees.owners, [/^\/api\/approvals/, '/api/approvals'], [/\/card\//, '/api/cards'], [/\/loss\//, '/api/losses'], [/\/latent\//, '/api/offered'], [/\/upgrade$/, '/api/climbers'], [/\{account\}/, '/api/accounts'],
]

/** A Writer sends texts through every field that takes them. */
export class Writer {
  readonly made: Record<string, Made[]> = {}
  readonly took: string[] = []
  /** refused is what was answered to a field that took no text. */
  readonly refused: Record<string, string> = {}
  sent = 0
  /** then is what has to be done after an operation, so that it can be done again. */
  readonly then: Record<string, (cookie: string, body: Record<string, string>) => Promise<unknown>> = {}
  /** seller is to whom the accounts belong that are made. */
  seller = ''
  /** customer is one whose people are known. */
  customer: Record<string, string> = {}
  /** offered is a product for each account to which one is proposed. */
  readonly offered: Record<string, string> = {}
  private readonly done: Record<string, number> = {}
  private readonly cookies: Cookies
  private readonly source: string
  private readonly user: string
  constructor(cookies: Cookies, source: string, user: string) {
    this.cookies = cookies
    this.source = source
    this.user = user
  }

  /** all writes every text through every field of an operation: into one thing as many different ones as it has fields and room. */
  async all(o: Operation) {
    const found = await this.fields(o)
    if (!found) return
    const { cookie, fields } = found
    this.took.push(...fields.map((field) => `${o.name} ${field}`))
    const roomy = await this.together(o, cookie, 0, Object.fromEntries(fields.map((field) => [field, shaped(field, 'Probe '.repeat(80))])))
    const rows = roomy.length === fields.length ? together.length : hostile.length
    const about = this.object(o, 0)
    for (let i = 0; i < rows; i++) {
      if (about && !this.object(o, i)) break // everything that it ends has ended
      await this.together(o, cookie, i, Object.fromEntries(fields.map((field, j) => {
        const all = roomy.includes(field) ? together : hostile
        return [field, shaped(field, all[(i + j) % all.length] ?? '')]
      })))
    }
  }

  /** together writes into one thing what its fields take of some texts, and says which do. */
  private async together(o: Operation, cookie: string, i: number, texts: Record<string, string>) {
    for (let left = texts; Object.keys(left).length; ) {
      const reply = await this.send(o, cookie, i, left)
      if (reply.status < 300) return Object.keys(left)
      const refused = faults(reply.body)
      const kept = Object.entries(left).filter(([field]) => !refused.some((path) => field === path || field.startsWith(path + '[') || field.startsWith(path + '.')))
      if (kept.length === Object.keys(left).length) return this.apart(o, cookie, i, left)
      left = Object.fromEntries(kept)
    }
    return []
  }

  /** apart writes texts into one thing each, for which no field is to blame alone. */
  private async apart(o: Operation, cookie: string, i: number, texts: Record<string, string>) {
    const took: string[] = []
    for (const [field, text] of Object.entries(texts)) if ((await this.send(o, cookie, i, { [field]: text })).status < 300) took.push(field)
    return took
  }

  /** fields are those that take a plain text, and who may write them. */
  private async fields(o: Operation) {
    for (const cookie of Object.values(this.cookies)) {
      const fields: string[] = []
      let may = true
      for (const [i, field] of o.fields.entries()) {
        const reply = await this.send(o, cookie, i, { [field]: shaped(field, `Probe ${i} ${o.method}`) })
        if (reply.status < 300) fields.push(field)
        else if (reply.body?.key !== 'web.denied') this.refused[`${o.name} ${field}`] = `${reply.status} ${JSON.stringify(reply.body)?.slice(0, 300)}`
        if (reply.body?.key === 'web.denied' || reply.status === 404) { may = false; break }
      }
      if (may && fields.length) return { cookie, fields }
    }
    return undefined
  }

  private async send(o: Operation, cookie: string, i: number, texts: Record<string, string>) {
    const of = this.object(o, i), path = this.address(o, i, of), unique = `X${o.path.length}-${this.sent++}`
    const versioned = o.parameters.some(({ name }) => name === 'If-Match')
    const there = o.method === 'PUT' || versioned ? await this.now(cookie, path) : undefined
    const version = versioned ? await versions[o.name]?.(cookie, path) : undefined
    const known = filled(o.body, (field, must, format) => texts[field] ?? (must ? this.known(o, field, format, of) ?? unique : undefined))
    const body = o.method === 'PUT' && there?.path === path && !o.path.endsWith('/relations') ? Object.entries(texts).reduce((all, [field, text]) => over(o.body, all, placed(field, text)), over(o.body, known, there.body.settings ?? there.body)) : known
    const said = Object.fromEntries(Object.entries(texts).filter(([field]) => !/[.[{]/.test(field)))
    const more = beside[o.name]?.({ writer: this, texts, path, of, there: there?.body ?? {} })
    const reply = await ask(cookie, o.method, path, more ? { ...(body as object), ...more, ...said } : body, versioned ? { 'if-match': version === undefined ? there?.etag ?? of?.etag ?? '"1"' : `"${version}"` } : {})
    if (reply.body?.[0]?.key) reply.status = 409 // one of several that was not decided
    if (reply.status < 300) {
      this.keep(o, of, reply)
      await this.then[o.name]?.(cookie, reply.body)
    }
    return reply
  }

  /** now is what stands at an address, or at that of the thing to which something is done. */
  private async now(cookie: string, path: string) {
    for (const at of [path, path.slice(0, path.lastIndexOf('/'))]) {
      const found = await ask(cookie, 'GET', at)
      if (found.status === 200 && found.body && !Array.isArray(found.body)) return { path: at, etag: found.etag, body: found.body }
    }
    return undefined
  }

  /** keep remembers what was made, and what has a new version. */
  private keep(o: Operation, of: Made | undefined, { body, etag }: { body?: { id?: string; version?: number; user?: { id: string } }; etag: string | null }) {
    const id = body?.id ?? body?.user?.id, version = etag ?? (body?.version ? `"${body.version}"` : null)
    this.done[o.path] = (this.done[o.path] ?? 0) + 1
    if (of && id === of.id) of.etag = version ?? of.etag
    else if (id && o.method === 'POST') this.add(kept[o.path.split('/').pop() ?? ''] ?? collection(o.path), { id, etag: version, within: of?.id ?? '' })
  }

  add(what: string, ...some: Made[]) { (this.made[what] ??= []).push(...some) }

  /** known is something that a field which is no free text may hold. */
  private known(o: Operation, field: string, format: string | undefined, of: Made | undefined): unknown {
    const name = field.split('.').pop()?.replace('[]', '') ?? ''
    if (format === 'decimal') return '1'
    if (format === 'json') return { rule: { field: 'sales', op: 'least', value: 200_000 } }
    if (format === 'day' && o.path.startsWith('/api/visits')) return day(name === 'due' ? 1 : 0)
    if (format === 'day' && o.path.includes('upgrade')) return field === 'due' ? day(200) : field === 'steps[].due' ? day(100) : ''
    if (format === 'day') return o.path.includes('/classes/') ? '' : day(/^(until|expires|expires_on)$/.test(name) ? 200 : name === 'consent_on' ? -1 : 0)
    if (field === 'proposals[].id') return of?.id
    if (o.path.endsWith('/latent/declined')) return this.offered[of?.id ?? '']
    if (field === 'record.id' || field === 'records[].id') return this.made['/api/contacts']?.[0]?.id
    if (o.path.endsWith('merges')) return this.made['/api/accounts']?.at(field === 'from' ? -1 : -2)?.id
    if (format === 'id' && name === 'owner' && o.path.includes('/actions')) return this.seller // who sees the account
    if (format === 'id' && o.path.endsWith('/relations')) { const all = this.made['/api/contacts'] ?? []; return all[(this.sent + (name === 'to' ? 1 : 0)) % Math.max(1, all.length)]?.id }
    if (format === 'id') return /^(owner|user|stand_in|team|boss|for|readers)$/.test(name) ? this.user : this.made['/api/accounts']?.[0]?.id
    if (o.path === '/api/industries' && field === 'code') return `x${this.sent}`
    if (o.path === '/api/visits/{visit}/report' && field === 'key') return `report-${this.sent}`
    return { 'judgements[].value': 'decision', 'roles[]': 'rep', 'grants[]': 'account:read', field: 'title', class: 'MAJOR', address: '/api/accounts/export' }[field]
  }

  /** object is the thing that an operation is about: what is decided or reviewed is so once, and many people stand on one page. */
  private object(o: Operation, i: number) {
    const ends = spent[o.name]
    if (ends) return this.made[ends]?.[this.done[o.path] ?? 0]
    const owner = owners.find(([about]) => about.test(o.path))?.[1] ?? collection(o.path.slice(0, o.path.indexOf('/{')))
    const all = this.made[owner] ?? []
    if (o.path.startsWith('/api/claims/{id}')) return o.path.endsWith('decision') ? this.made['/api/clashes']?.[this.done[o.path] ?? 0] : all[this.count('return') + (this.done['/api/claims/{id}/account'] ?? 0)]
    if (o.path.endsWith('/pool')) return all.at(-3 - this.count('pool')) // the last two are merged, and the first are looked at
    if (owner === '/api/approvals') return all[o.path.endsWith('undo') ? this.count('undo') : this.count('decision') + this.count('decisions')]
    if (owner === '/api/reviews') return all[this.count('keep') + this.count('removal')]
    if (/\/(contacts|notes|force|members|shares|relations|gifts|interactions|commitments|stores|development|maintenance|loyalty|risks)(\/|$)/.test(o.path.slice(o.path.indexOf('}') + 1))) return all[0]
    return all[i % Math.max(1, all.length)]
  }

  private count(verb: string) { return Object.entries(this.done).find(([path]) => path.endsWith('/' + verb))?.[1] ?? 0 }

  private address(o: Operation, i: number, of: Made | undefined) {
    const asked = o.parameters.filter((one) => one.in === 'query' && one.required).map(({ name, schema }) => `${name}=${encodeURIComponent(String(schema.enum?.[0] ?? fixed[name]))}`)
    const path = o.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const choices = o.parameters.find((one) => one.name === name)?.schema.enum
      if (choices && name === 'field') return String(choices.at(-1)) // the others are numbers and days
      if (choices && name === 'model') return String(choices[0])
      if (choices) return String(choices[i % choices.length])
      if (/^(opportunity|account)$/.test(name) && of?.within) return of.within
      return { ...fixed, currency: 'USD', quarter: '2026-01-01', side: '0', user: o.path.startsWith('/api/reviews/') ? this.seller : this.user, source: this.source }[name] ?? of?.id ?? '0000000000000'
    })
    return asked.length ? `${path}?${asked.join('&')}` : path
  }

  /** imports sends a file in which every cell is such a text, under such a name. */
  async imports(cookie: string) {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const lines = hostile.map((text, i) => [`I${i}`, text, text, text, text].map(quoted).join(','))
    const file = ['客户编码,客户名称,地区,城市,行业', ...lines, ...hostile.map((text) => [text, '', text, text, text].map(quoted).join(','))].join('\r\n')
    for (const name of hostile.slice(0, 8)) {
      const query = new URLSearchParams({ name: name + '.csv', kind: 'accounts' })
      const up = await ask(cookie, 'POST', `/api/imports?${query}`, file.replaceAll('\x0b', ''), { 'content-type': 'application/octet-stream' })
      expect(up.status, JSON.stringify(up.body)).toBe(200)
      const at = `/api/imports/${up.body.id}`
      await ask(cookie, 'PUT', at, { ...up.body.settings, profile: name.slice(0, 60) })
      await ask(cookie, 'POST', at + '/book')
      await expect.poll(async () => (await ask(cookie, 'GET', at)).body.state, { timeout: 60_000 }).toMatch(/published|failed/)
      this.add('/api/imports', { id: up.body.id, etag: null })
    }
  }
}

/** faults are the fields that a refusal names. */
const faults = (refusal?: { fields?: { path: string }[] }) => (refusal?.fields ?? []).map(({ path }) => path.replace(/^body\./, '').replace(/\[\d+\]/g, '[]'))

/** shaped is a text as its field wants it. */
function shaped(field: string, text: string) {
  if (field === 'mail') return `${text.replace(/[\s@,;<>"]/g, '/')}@evil.example`
  return field === 'address' ? `/api/accounts/export?region=${encodeURIComponent(text)}` : text
}

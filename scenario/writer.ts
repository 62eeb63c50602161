// Somebody who wants his scripts to run elsewhere: he writes into everything that takes his words.
import { expect } from '@playwright/test'
import { day } from './day'
import { beside, fixed, spent, versions } from './errands'
import { hostile, together } from './hostile'
import { ask, filled, type Operation, over, placed } from './writing'

/** Made is something that exists because it was written. */
export interface Made {
  id: string
  etag: string | null
  /** the version of what it replaces */
  was?: number
  /** who answers for it */
  owner?: string
}

/** Cookies are those of the people who write, by login, in the order in which they are asked whether they may. */
export type Cookies = Record<string, string>

/** kept says where things are found that were made at another address. */
const kept: Record<string, string> = { nominations: '/api/approvals', notes: '/api/contact-notes', upgrade: '/api/upgrades' }

const collection = (path: string) => (/\/interruptions\/\{id\}\/offers$|^\/api\/risks\/offers/.test(path) ? '/api/risks/offers' : '/api/' + path.replace(/\{\w+\}\/?/g, '').split('/').filter(Boolean).pop())

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
    const roomy = await this.send(o, cookie, 0, Object.fromEntries(fields.map((field) => [field, shaped(field, 'Probe '.repeat(80))])))
    const all = roomy.status < 300 ? together : hostile
    for (const i of all.keys()) {
      const texts = Object.fromEntries(fields.map((field, j) => [field, shaped(field, all[(i + j) % all.length] ?? '')]))
      if ((await this.send(o, cookie, i, texts)).status < 300) continue
      for (const [field, text] of Object.entries(texts)) await this.send(o, cookie, i, { [field]: text })
    }
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
    const more = beside[o.name]?.({ writer: this, texts, path, of })
    const reply = await ask(cookie, o.method, path, more ? { ...(body as object), ...more } : body, versioned ? { 'if-match': version === undefined ? there?.etag ?? of?.etag ?? '"1"' : `"${version}"` } : {})
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
    else if (id && o.method === 'POST') this.add(kept[o.path.split('/').pop() ?? ''] ?? collection(o.path), { id, etag: version })
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
    const owner = o.path.startsWith('/api/approvals') ? '/api/approvals' : o.path.includes('/card/') ? '/api/cards' : o.path.includes('/loss/') ? '/api/losses' : o.path.includes('/latent/') ? '/api/offered' : o.path.endsWith('/upgrade') ? '/api/climbers' : o.path.includes('{account}') ? '/api/accounts' : collection(o.path.slice(0, o.path.indexOf('/{')))
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
    return o.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const choices = o.parameters.find((one) => one.name === name)?.schema.enum
      if (choices && name === 'field') return String(choices.at(-1)) // the others are numbers and days
      if (choices && name === 'model') return String(choices[0])
      if (choices) return String(choices[i % choices.length])
      return { ...fixed, currency: 'USD', quarter: '2026-01-01', side: '0', user: o.path.startsWith('/api/reviews/') ? this.seller : this.user, source: this.source }[name] ?? of?.id ?? '0000000000000'
    })
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

/** shaped is a text as its field wants it. */
function shaped(field: string, text: string) {
  if (field === 'mail') return `${text.replace(/[\s@,;<>"]/g, '/')}@evil.example`
  return field === 'address' ? `/api/accounts/export?region=${encodeURIComponent(text)}` : text
}

// Writes texts into every field of the API that takes one. Which those are, and
// what else a request needs, is read from the API's own document.
import { passwords } from './people'

export type Schema = {
  $ref?: string; type?: string | string[]; format?: string; enum?: unknown[]
  properties?: Record<string, Schema>; required?: string[]; items?: Schema; additionalProperties?: Schema | boolean
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Described = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }
export type Operation = { name: string; method: string; path: string; parameters: Parameter[]; body: Schema; fields: string[] }

const url = () => process.env.ERBA_URL ?? ''

/** enter signs somebody in and returns his cookie. */
export async function enter(login: string, password = passwords()[login] ?? '') {
  const reply = await fetch(url() + '/sign-in', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ login, password }) })
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** ask sends a request on behalf of a cookie's user. */
export async function ask(cookie: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const reply = await fetch(url() + path, {
    method, headers: { cookie, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await reply.text()
  return { status: reply.status, etag: reply.headers.get('etag'), body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined }
}

/** operations are those whose body has a field for free text. */
export async function operations(cookie: string): Promise<Operation[]> {
  const { body: document } = await ask(cookie, 'GET', '/api/openapi.json')
  const resolve = (schema: Schema, depth = 0): Schema => {
    const whole: Schema = schema.$ref ? document.components.schemas[schema.$ref.split('/').pop() ?? ''] : schema
    if (depth > 6) return whole
    const { items, additionalProperties: others, properties } = whole
    return { ...whole, ...(items && { items: resolve(items, depth + 1) }), ...(typeof others === 'object' && { additionalProperties: resolve(others, depth + 1) }),
      ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, resolve(one, depth + 1)])) }) }
  }
  return Object.entries<Record<string, Described>>(document.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, described]) => {
    const json = described.requestBody?.content['application/json']
    if (!json) return []
    const body = resolve(json.schema), fields = texts(body)
    return fields.length ? [{ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, parameters: described.parameters ?? [], body, fields }] : []
  }))
}

const is = (schema: Schema, type: string) => schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type))
const free = (schema: Schema) => is(schema, 'string') && !schema.enum && !schema.format

/** texts are the paths of a body's free texts, such as reason or reasons[].text. */
function texts(schema: Schema, path = ''): string[] {
  if (free(schema)) return [path]
  if (schema.items) return texts(schema.items, path + '[]')
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => texts(one, path ? `${path}.${name}` : name))
  return typeof schema.additionalProperties === 'object' ? [...named, ...texts(schema.additionalProperties, path + '{}')] : named
}

/** Says gives what stands in a text: of a free one, of one with a format, or in something of any shape; undefined leaves it out. */
export type Says = (path: string, must: boolean, format?: string) => unknown

/** filled is a body with what must be there, and what says() says for each text. */
export function filled(schema: Schema, says: Says, path = '', must = true): unknown {
  if (free(schema)) return says(path, must)
  if (schema.enum) return must ? schema.enum[0] : undefined
  if (schema.items) {
    const one = filled(schema.items, says, path + '[]', must)
    return one === undefined ? (must ? [] : undefined) : [one]
  }
  if (schema.properties) {
    const parts = Object.entries(schema.properties).map(([name, one]) => [name, filled(one, says, path ? `${path}.${name}` : name, must && (schema.required?.includes(name) ?? false))] as const)
    const there = parts.filter(([, value]) => value !== undefined)
    if (there.length && !must) return filled(schema, says, path) // what stands beside it must be there, too
    return must ? Object.fromEntries(there) : undefined
  }
  if (typeof schema.additionalProperties === 'object') {
    const one = filled(schema.additionalProperties, says, path + '{}', false)
    return one === undefined ? (must ? {} : undefined) : { some: one }
  }
  if (is(schema, 'string')) return says(path, must, schema.format)
  if (!must) return undefined
  if (!schema.type) return says(path, must, 'json')
  if (is(schema, 'integer') || is(schema, 'number')) return 1
  return is(schema, 'boolean') ? false : undefined
}

/** placed is a body with nothing but one text, at such a path. */
export function placed(path: string, text: string): unknown {
  const [, name = '', mark = '', rest = ''] = /^([^.[{]*)((?:\[\]|\{\})*)\.?(.*)$/.exec(path) ?? []
  const inner = rest ? placed(rest, text) : text
  const value = (mark.match(/../g) ?? []).reduceRight<unknown>((one, kind) => (kind === '[]' ? [one] : { some: one }), inner)
  return name ? { [name]: value } : value
}

/** over is a body on top of what there is already, as far as the schema knows it. */
export function over(schema: Schema, there: unknown, body: unknown): unknown {
  if (!isObject(body) || !isObject(there)) return body ?? there
  const names = Object.keys(schema.properties ?? { ...there, ...body }).filter((name) => name in body || (there[name] !== undefined && there[name] !== null))
  return Object.fromEntries(names.map((name) => [name, over(schema.properties?.[name] ?? {}, there[name], body[name])]))
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

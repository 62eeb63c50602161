// Writes texts into every field of the API that takes one. Which those are, and
// what else a request needs, is read from the API's own document.
import { passwords } from './people'

type Schema = {
  $ref?: string; type?: string | string[]; format?: string; enum?: unknown[]; pattern?: string
  properties?: Record<string, Schema>; required?: string[]; items?: Schema
}
type Parameter = { name: string; in: string; schema: Schema }
type Described = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }
export type Operation = { method: string; path: string; parameters: Parameter[]; body: Schema; fields: string[] }

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
    return { ...whole, ...(whole.items && { items: resolve(whole.items, depth + 1) }),
      ...(whole.properties && { properties: Object.fromEntries(Object.entries(whole.properties).map(([name, one]) => [name, resolve(one, depth + 1)])) }) }
  }
  return Object.entries<Record<string, Described>>(document.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, described]) => {
    const json = described.requestBody?.content['application/json']
    if (!json) return []
    const body = resolve(json.schema), fields = texts(body)
    return fields.length ? [{ method: method.toUpperCase(), path, parameters: described.parameters ?? [], body, fields }] : []
  }))
}

const is = (schema: Schema, type: string) => schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type))
const free = (schema: Schema) => is(schema, 'string') && !schema.enum && !schema.format

/** texts are the paths of a body's free texts, such as reason or reasons[].text. */
function texts(schema: Schema, path = ''): string[] {
  if (free(schema)) return [path]
  if (schema.items) return texts(schema.items, path + '[]')
  return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => texts(one, path ? `${path}.${name}` : name))
}

/** filled is a body with what must be there, and what says() says for each text; undefined is left out. */
export function filled(schema: Schema, says: (path: string, must: boolean) => unknown, path = '', must = true): unknown {
  if (free(schema)) return says(path, must)
  if (schema.enum) return must ? schema.enum[0] : undefined
  if (schema.items) {
    const one = filled(schema.items, says, path + '[]', must)
    return one === undefined ? (must ? [] : undefined) : [one]
  }
  if (schema.properties) {
    const parts = Object.entries(schema.properties).map(([name, one]) => [name, filled(one, says, path ? `${path}.${name}` : name, schema.required?.includes(name) ?? false)] as const)
    const there = parts.filter(([, value]) => value !== undefined)
    return there.length || must ? Object.fromEntries(there) : undefined
  }
  if (!must) return undefined
  if (is(schema, 'integer') || is(schema, 'number')) return 1
  if (is(schema, 'boolean')) return false
  return schema.format === 'date' ? '2026-06-30' : undefined
}

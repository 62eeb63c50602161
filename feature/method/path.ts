// Places in a configuration, written as the server writes them: card.aspects.0.weight.

export type Leaf = string | number | boolean | null

export interface Change {
  path: string
  before?: Leaf
  after?: Leaf
}

/** at is what stands at a place; undefined where there is no such place. */
export const at = (value: unknown, path: string): unknown =>
  path === '' ? value : path.split('.').reduce<unknown>((inside, step) => (inside as Record<string, unknown> | null | undefined)?.[step], value)

/** put is the same configuration with another value at one place. */
export function put<T>(value: T, path: string, next: unknown): T {
  if (path === '') return next as T
  const [first = '', ...rest] = path.split('.')
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
  copy[first] = put(copy[first], rest.join('.'), next)
  return copy as T
}

/** changes are the single values in which two configurations differ, in the order of the second. */
export function changes(before: unknown, after: unknown): Change[] {
  const old = flat(before), now = flat(after)
  const gone = [...old.keys()].filter((path) => !now.has(path))
  return [...now.keys(), ...gone].filter((path) => old.get(path) !== now.get(path)).map((path) => ({ path, before: old.get(path), after: now.get(path) }))
}

function flat(value: unknown, path = '', into = new Map<string, Leaf>()) {
  if (value && typeof value === 'object') Object.entries(value).forEach(([step, one]) => flat(one, path ? `${path}.${step}` : step, into))
  else if (value !== undefined && path) into.set(path, value as Leaf)
  return into
}

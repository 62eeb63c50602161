// How a worked example is laid out: what goes in stands beside what comes out of it, line by line where the two match.

export type Row = Record<string, unknown>

export interface Table {
  /** names of the columns that go in, and of those that come out; an empty one is a result that is a single value */
  inputs: string[]
  results: string[]
  rows: { input: Row; result: Row }[]
}

export interface Layout {
  /** single values that go in */
  facts: Row
  /** what goes in and comes out line by line */
  table?: Table
  /** what comes out, where it does not match the lines that go in */
  result?: unknown
}

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.length > 0 && value.every(isRow)

/** layout finds the list of things that go in, and puts to each what comes out for it. */
export function layout(input: unknown, result: unknown): Layout {
  const list = isRows(input) ? input : isRow(input) ? Object.values(input).find(isRows) : undefined
  const facts = isRow(input) ? Object.fromEntries(Object.entries(input).filter(([, one]) => one !== list)) : list ? {} : { '': input }
  if (!list) return { facts, result }
  const found = list.map((row, i) => outcome(row, i, list.length, result))
  if (found.every((r) => r === undefined)) return { facts, table: table(list, list.map(() => ({}))), result }
  return { facts, table: table(list, found.map((r) => (isRow(r) ? r : r === undefined ? {} : { '': r }))) }
}

/** outcome is what comes out for a line: by its id, or by its place in a list as long. */
function outcome(row: Row, i: number, length: number, result: unknown): unknown {
  if (Array.isArray(result)) return result.length === length ? result[i] : undefined
  return isRow(result) && typeof row.id === 'string' ? result[row.id] : undefined
}

function table(inputs: Row[], results: Row[]): Table {
  const names = (rows: Row[]) => [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { inputs: names(inputs), results: names(results), rows: inputs.map((input, i) => ({ input, result: results[i] ?? {} })) }
}

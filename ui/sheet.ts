// Figures on their way out of the browser: CSV and XLSX files, and pictures.
import { workbook } from './workbook'

export type Cell = string | number | null

export interface Sheet {
  columns: string[]
  rows: Cell[][]
}

/** saveSheet hands a table to the user as a file. */
export function saveSheet(name: string, sheet: Sheet, kind: 'csv' | 'xlsx') {
  const parts = kind === 'csv' ? ['\uFEFF' + csv(sheet)] : [workbook(sheet)]
  save(plain(`${name}.${kind}`), URL.createObjectURL(new Blob(parts)))
}

/** savePicture hands a drawing to the user as a file. */
export function savePicture(name: string, url: string | undefined) {
  if (url) save(plain(`${name}.png`), url)
}

/** csv writes a table; a text that a spreadsheet would run as a formula gets an apostrophe. */
export function csv({ columns, rows }: Sheet) {
  return [columns, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n'
}

function quoted(cell: Cell) {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? "'" + cell : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** plain is a name without what systems do not take in one. */
const plain = (name: string) => name.replace(/[\\/:*?"<>|]/g, ' ')

/** save hands what stands under an address to the user as a file. */
export function save(name: string, url: string) {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

// The smallest workbook that spreadsheets open: one sheet, stored without
// compression. Texts are inline strings, so none of them is ever a formula.
import type { Cell, Sheet } from './sheet'

/** workbook writes a table as the bytes of an XLSX file. */
export function workbook({ columns, rows }: Sheet): Uint8Array<ArrayBuffer> {
  const body = [columns, ...rows].map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${rels}+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetml}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetml}.worksheet+xml"/></Types>`,
    '_rels/.rels': links(`${office}/officeDocument`, 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(`${office}/worksheet`, 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`,
  })
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = 'application/vnd.openxmlformats-package.relationships'
const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const links = (type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}" Target="${target}"/></Relationships>`

function cell(value: Cell) {
  if (value === null) return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>]/g, (c) => entities[c] ?? c)

function zip(files: Record<string, string>): Uint8Array<ArrayBuffer> {
  const local: Uint8Array[] = [], central: Uint8Array[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const path = utf8(name), data = utf8('<?xml version="1.0" encoding="UTF-8"?>' + text)
    const fields = [20, 0x800, 0, 0, 0x21, crc(data), data.length, data.length, path.length, 0]
    const head = record('PK\x03\x04', 'hhhhhwwwhh', fields)
    local.push(head, path, data)
    central.push(record('PK\x01\x02', 'hhhhhhwwwhhhhhww', [20, ...fields, 0, 0, 0, 0, at]), path)
    at += head.length + path.length + data.length
  }
  const size = central.reduce((sum, part) => sum + part.length, 0), count = Object.keys(files).length
  return joined([...local, ...central, record('PK\x05\x06', 'hhhhwwh', [0, 0, count, count, size, at, 0])])
}

// record writes little-endian fields: h has two bytes, w four.
function record(mark: string, shape: string, values: number[]) {
  const bytes = [...mark].map((c) => c.charCodeAt(0))
  ;[...shape].forEach((kind, i) => {
    for (let k = 0; k < (kind === 'h' ? 2 : 4); k++) bytes.push(((values[i] ?? 0) >>> (8 * k)) & 255)
  })
  return Uint8Array.from(bytes)
}

function joined(parts: Uint8Array[]) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}

const utf8 = (text: string) => new TextEncoder().encode(text)

function crc(data: Uint8Array) {
  let sum = -1
  for (const byte of data) {
    sum ^= byte
    for (let k = 0; k < 8; k++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

// The smallest document that readers open: one page, as large as the one picture on it.

/** page writes a JPEG picture as a PDF; it fits on A4 across, and keeps all its points for a larger sheet. */
export function page(jpeg: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const scale = Math.min(841.89 / width, 595.28 / height), box = { x: (width * scale).toFixed(2), y: (height * scale).toFixed(2) }
  const draw = `q ${box.x} 0 0 ${box.y} 0 0 cm /P Do Q`
  const parts: (string | Uint8Array)[] = []
  const starts: number[] = []
  let at = 0
  const write = (part: string | Uint8Array) => { parts.push(part); at += part.length }
  const object = (head: string, stream?: string | Uint8Array) => {
    starts.push(at)
    write(`${starts.length} 0 obj\n${head}\n`)
    if (stream) { write('stream\n'); write(stream); write('\nendstream\n') }
    write('endobj\n')
  }
  write('%PDF-1.4\n')
  object('<</Type/Catalog/Pages 2 0 R>>')
  object('<</Type/Pages/Kids[3 0 R]/Count 1>>')
  object(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${box.x} ${box.y}]/Resources<</XObject<</P 4 0 R>>>>/Contents 5 0 R>>`)
  object(`<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>`, jpeg)
  object(`<</Length ${draw.length}>>`, draw)
  const table = at
  write(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${starts.map((s) => `${String(s).padStart(10, '0')} 00000 n \n`).join('')}`)
  write(`trailer\n<</Size ${starts.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`)
  const all = new Uint8Array(at)
  let place = 0
  for (const part of parts) {
    all.set(typeof part === 'string' ? Uint8Array.from(part, (c) => c.charCodeAt(0)) : part, place)
    place += part.length
  }
  return all
}

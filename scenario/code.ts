// The authenticator app of the stories' people.
import { createHmac } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** codeOf is what the app shows for a secret (RFC 6238), so many half minutes from now. */
export function codeOf(secret: string, halves = 0) {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + halves))
  const sum = createHmac('sha1', key).update(moment).digest()
  return String((sum.readUInt32BE((sum[19] ?? 0) & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

// Several inputs at once, as they are typed or copied out of a spreadsheet.
import type { Entered } from './server'

/** lines reads one input a line: month, purpose, amount in whole currency, source.
 * An amount that is none is left to be refused: it is not zero. */
export function lines(text: string): Entered[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const cells = line.includes('\t') ? line.split('\t') : line.split(/,\s*/)
    const [month = '', kind = '', amount = '', ...source] = cells.map((cell) => cell.trim())
    return { month: month.length === 7 ? `${month}-01` : month, kind: kind as Entered['kind'], amount: Math.round((amount ? Number(amount.replaceAll(',', '')) : NaN) * 100), source: source.join(', ') }
  })
}

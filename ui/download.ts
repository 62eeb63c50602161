// Lists on their way out of the server: whoever may have one gets a file, and
// whoever may not is told why, where he is.
import type { Problem } from './api'
import { asked } from './proof'
import { save } from './sheet'

export interface Refusal {
  problem: Problem
  address: string
}

let tell: ((refusal: Refusal) => void) | undefined

/** serveRefusals is called by the dialog that shows them, once it is there. */
export function serveRefusals(show: typeof tell) {
  tell = show
}

/** download saves a list, or says why not. */
export async function download(address: string) {
  const reply = await asked(address)
  if (!reply.ok) return tell?.({ problem: (await reply.json()) as Problem, address })
  save(named(reply.headers.get('Content-Disposition') ?? ''), URL.createObjectURL(await reply.blob()))
}

/** named is the name of a file as the server gives it. */
export function named(disposition: string) {
  const [, coded] = /filename\*=utf-8''([^;]+)/i.exec(disposition) ?? []
  const [, quoted, bare] = /filename=(?:"([^"]*)"|([^;]+))/i.exec(disposition) ?? []
  return coded ? decodeURIComponent(coded) : quoted ?? bare ?? 'erba'
}

/** guardExports makes links to files that leave wait for them, or for the reason why there is none. */
export function guardExports() {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href^="/api/"]')
    if (!link || !/\/(export|package)(\?|$)/.test(link.getAttribute('href') ?? '')) return
    event.preventDefault()
    link.ariaBusy = 'true'
    void download(link.href).finally(() => (link.ariaBusy = null))
  })
}

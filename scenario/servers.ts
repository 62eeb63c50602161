// Starts what the stories run against: a made-up company, and a server that nobody has set up yet.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const binary = process.env.ERBA_BIN ?? './bin/erba'

/** The default export is run before all stories; what it returns, after them. */
export default async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'erba-scenario-'))
  const shared = await company()
  const vacant = await serve(['serve', '--db', join(folder, 'erba.db')])
  Object.assign(process.env, shared.known)
  process.env.ERBA_VACANT = /\S+\/set-up\?token=\S+/.exec(vacant.said())?.[0] ?? ''
  return async () => {
    await Promise.all([shared.stop(), vacant.stop()])
    rmSync(folder, { recursive: true })
  }
}

/** company makes one up; known is what the stories have to know of it. */
export async function company() {
  const { url, said, stop } = await serve(['demo', '--accounts', '300', '--lines', '20000'])
  return { known: { ERBA_URL: url, ERBA_LOGINS: JSON.stringify(logins(said())) }, stop }
}

/** serve starts the program on a free port and waits until it answers. */
async function serve(args: string[]) {
  const addr = `127.0.0.1:${await freePort()}`, url = `http://${addr}`
  const child = spawn(binary, [...args, '--addr', addr], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ERBA_LANGUAGE: 'en' } })
  let said = ''
  child.stderr.on('data', (piece) => (said += piece))
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${binary} ${args.join(' ')} ended: ${said}`)
  }
  return { url, said: () => said, stop: () => stopped(child) }
}

async function answers(url: string) {
  const reply = await fetch(url + '/sign-in').catch(() => undefined)
  return reply?.ok || new Promise<false>((resolve) => setTimeout(resolve, 100, false))
}

function stopped(child: ChildProcess) {
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}

function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** logins are the lines in which the demo names its users: login, one-time password, role. */
function logins(said: string) {
  return Object.fromEntries([...said.matchAll(/^ {2}(\S+) +([A-Z0-9]{10}) {2}/gm)].map(([, login, password]) => [login, password]))
}

// What the writer has to know of leads, so that his words go through every form of theirs.
import { expect } from '@playwright/test'
import { ask } from './writing'
import type { Beside, Version, Writer } from './writer'

const found: Beside = () => ({ source: 'website', signs: [] })

/** beside is what a body holds beside its texts, by operation. */
export const beside: Record<string, Beside> = { 'POST /api/leads': found, 'PUT /api/leads/{lead}': found, 'POST /api/leads/{lead}/turn': () => ({ to: 'dropped' }) }

/** fixed is what stands in an address and is no thing that was made. */
export const fixed = { step: 'targets', quarter: '8107' }

/** versions find the version that a write must name where its own address does not tell it. */
export const versions: Record<string, Version> = {
  'PUT /api/leads/round/{step}': async (cookie) => {
    const { body } = await ask(cookie, 'GET', `/api/leads/round?quarter=${fixed.quarter}`)
    return (body?.steps as { step: string; version: number }[] | undefined)?.find(({ step }) => step === fixed.step)?.version
  },
}

/** spent are operations that end a lead: each gets one of its own. */
export const spent: Record<string, string> = { 'POST /api/leads/{lead}/turn': '/api/leads/dropped' }

/** led lets there be leads to drop. */
export async function led(writer: Writer, seller: string, many: number) {
  for (let i = 0; i < many; i++) {
    const made = await ask(seller, 'POST', '/api/leads', { name: `线索 ${i}`, source: 'website', source_detail: '', city: '', industry: '', need: '', speaks_to: '', signs: [] })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    writer.add('/api/leads/dropped', { id: made.body.id, etag: '"1"' })
  }
}

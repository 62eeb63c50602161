// This device's pocket: what is in it, what waits to be sent, and when that is sent.
import { useQueryClient } from '@tanstack/react-query'
import { useContext, useEffect, useSyncExternalStore } from 'react'
import { type Problem } from '../../ui/api'
import { beforeLeaving, isLost, keepProgram } from '../../ui/away'
import { shift, today as companyDay } from '../../ui/day'
import { usePhone } from '../../ui/media'
import { Me } from '../../ui/me'
import { Pocket, type Draft, type Outcome } from './pocket'
import { fetchBriefing, fetchDiary, fetchRules, fetchSheet, key, sendReport } from './server'
import { carried, isAhead, type Kept, keptOf, type Report, type Sheet } from './visits'
import { wall } from './week'

export type Written = Draft<Report, Sheet, Kept>

const pocket = new Pocket<Kept, Report, Sheet>(localStorage)
addEventListener('storage', () => pocket.tell())

/** usePocket is what the device keeps for this user. */
export function usePocket() {
  const { id = '' } = useContext(Me)
  useSyncExternalStore(pocket.listen, pocket.stand)
  pocket.open(id)
  return pocket
}

const listen = (changed: () => void) => {
  for (const name of ['online', 'offline']) addEventListener(name, changed)
  return () => ['online', 'offline'].forEach((name) => removeEventListener(name, changed))
}

/** useOnline is false while the device itself says that there is no network. */
export const useOnline = () => useSyncExternalStore(listen, () => navigator.onLine)

/** today is the day where visits are made; before anything is known of them, that of the company. */
export function today() {
  const zone = pocket.zone()
  return zone ? wall(new Date(), zone).day : companyDay()
}

/** fresh is a key that nobody else makes; also where the connection is not encrypted. */
export const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')

/** useSending sends what waits; busy is shared, so that nothing is sent twice at once. */
export function useSending() {
  const queries = useQueryClient()
  return async () => {
    if (sending) return
    sending = true
    try {
      if (await pocket.send(post)) await queries.invalidateQueries({ queryKey: [key] })
    } finally {
      sending = false
    }
  }
}

let sending = false

/** Without an answer, or with one that a later try may change, a report goes on waiting. */
async function post(draft: Written): Promise<Outcome<Sheet>> {
  try {
    const { state, visit } = await sendReport(draft)
    return state === 'conflict' ? { conflict: visit } : { sent: true }
  } catch (fault) {
    const { status = 0, detail, title } = fault as Partial<Problem>
    return isLost(fault) || status === 401 || status === 429 || status >= 500 ? 'offline' : { fault: detail || title || String(fault) }
  }
}

/** useKeeping keeps the program and the visits of today and tomorrow on a phone, and sends what waits. */
export function useKeeping(ask: (unsent: number) => Promise<boolean>) {
  const me = useContext(Me)
  const phone = usePhone()
  const online = useOnline()
  const send = useSending()
  usePocket()
  useEffect(() => {
    if (phone) void keepProgram(me).catch(() => undefined) // without it the open page goes on working
  }, [phone, me])
  useEffect(() => {
    if (online) void send()
    if (online && phone) void stock().catch(() => undefined) // the next time the network is back
  }, [online, phone])
  useEffect(() => beforeLeaving(async () => {
    const unsent = pocket.drafts().length
    if (unsent > 0 && !(await ask(unsent))) return false
    pocket.empty()
    return true
  }), [ask])
}

/** stock puts the visits of today and tomorrow into the pocket, each with its briefing. */
export async function stock() {
  const { today: day, zone } = await fetchRules()
  const { rows } = await fetchDiary(day, shift(day, 1))
  pocket.keep(await Promise.all(rows.filter(isAhead).slice(0, most).map((v) => packed(v.id))), day, zone)
}

/** packed is a visit for the way; that its briefing cannot be had is no reason to go without it. */
async function packed(id: string): Promise<Kept> {
  const [sheet, brief] = await Promise.all([fetchSheet(id), fetchBriefing(id).then(carried, () => undefined)])
  return { ...keptOf(sheet), brief }
}

const most = 20

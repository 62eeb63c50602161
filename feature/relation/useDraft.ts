import { useCallback, useMemo, useState } from 'react'
import { type Change, changed, lasting } from './draft'
import type { RelationMap } from './map'

/** useDraft keeps what was changed on a map since it was read, one step after the other, until it is saved. */
export function useDraft(read: RelationMap) {
  const [{ base, changes }, set] = useState<{ base?: RelationMap; changes: Change[] }>({ changes: [] })
  const over = base ?? read
  const map = useMemo(() => changed(over, changes), [over, changes])
  const add = useCallback((...more: Change[]) => set((now) => ({ base: now.base ?? read, changes: [...now.changes, ...more] })), [read])
  const undo = useCallback(() => set((now) => (now.changes.length > 1 ? { ...now, changes: now.changes.slice(0, -1) } : { changes: [] })), [])
  const drop = useCallback(() => set({ changes: [] }), [])
  /** puts the changes over what somebody else has saved */
  const rebase = useCallback((base: RelationMap, changes: Change[]) => set(changes.length ? { base, changes } : { changes: [] }), [])
  const count = useMemo(() => lasting(over, changes).length, [over, changes])
  return { base: over, map, changes, count, add, undo, drop, rebase }
}

export type Draft = ReturnType<typeof useDraft>

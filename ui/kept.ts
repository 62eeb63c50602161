// A choice that stays on this device: theme, unit.
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

const listen = (changed: () => void) => {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

/** useKept is a piece of state that outlives the visit; all who use the name see the change. */
export function useKept<T extends string>(name: string, otherwise: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(listen, () => (localStorage.getItem('erba.' + name) as T | null) ?? otherwise)
  return [value, (next) => {
    localStorage.setItem('erba.' + name, next)
    listeners.forEach((changed) => changed())
  }]
}

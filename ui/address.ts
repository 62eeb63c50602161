// Choices that live in the URL, so that a screen can be bookmarked, shared and gone back to.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** useAddress reads choices from the URL; what equals its default is left out of it. */
export function useAddress<T extends Record<string, string>>(defaults: T): [T, (change: Partial<T>) => void] {
  const found = useSearch({ strict: false }) as Record<string, unknown>
  const go = useNavigate()
  const key = JSON.stringify(found)
  const values = useMemo(() => read(defaults, found), [key, JSON.stringify(defaults)])
  const set = useCallback(
    (change: Partial<T>) => void go({ to: '.', search: (old: object) => write(defaults, { ...old, ...change }), replace: true } as never),
    [go, JSON.stringify(defaults)],
  )
  return [values, set]
}

/** read takes the known names out of an address. */
export function read<T extends Record<string, string>>(defaults: T, found: Record<string, unknown>): T {
  const entries = Object.entries(defaults).map(([name, otherwise]) => [name, found[name] == null ? otherwise : String(found[name])])
  return Object.fromEntries(entries) as T
}

/** write drops from an address what says nothing. */
export function write(defaults: Record<string, string>, values: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value != null && value !== '' && value !== defaults[name]))
}

// The keyboard: single keys and two-key sequences, silent while the user types.
import { useEffect, useRef } from 'react'

export type Keys = Record<string, () => void>

/** useKeys acts on keys such as '/', '?' and 'g p', and on 'Ctrl k' even while typing. */
export function useKeys(keys: Keys) {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const press = presser(() => now.current)
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** presser remembers the key before, for a second. */
export function presser(keys: () => Keys) {
  let before = { key: '', at: 0 }
  return (event: KeyboardEvent) => {
    const name = event.ctrlKey || event.metaKey ? 'Ctrl ' + event.key.toLowerCase() : event.key
    if (event.altKey || (isTyping(event.target) && !name.startsWith('Ctrl '))) return
    if (name === 'Enter' && event.target instanceof Element && event.target.closest('a, button')) return
    const pair = event.timeStamp - before.at < 1000 ? `${before.key} ${name}` : ''
    const act = keys()[pair] ?? keys()[name]
    before = { key: name, at: event.timeStamp }
    if (!act) return
    event.preventDefault()
    act()
  }
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

// What kind of screen this is.
import { useSyncExternalStore } from 'react'

/** useMedia follows a CSS media query. */
export function useMedia(query: string) {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener?.('change', changed)
      return () => media.removeEventListener?.('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** usePhone is true where there is one column and a thumb. */
export const usePhone = () => useMedia('(max-width: 639.98px)')

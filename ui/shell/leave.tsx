import { useRef } from 'react'
import { leave } from '../away'

/** useLeave signs out, once nothing on the device objects; a browser that cannot be tidied keeps nobody here. */
export function useLeave() {
  const form = useRef<HTMLFormElement>(null)
  const go = () => void leave().catch(() => true).then((gone) => gone && form.current?.submit())
  return { go, form: <form ref={form} method="post" action="/sign-out" hidden /> }
}

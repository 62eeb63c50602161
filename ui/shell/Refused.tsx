import { lazy, Suspense, useEffect, useState } from 'react'
import { type Refusal, serveRefusals } from '../download'

const RefusedDialog = lazy(() => import('./RefusedDialog'))

/** Refused is where the dialog appears that says why a list was not handed out. */
export function Refused() {
  const [refusal, show] = useState<Refusal>()
  useEffect(() => {
    serveRefusals(show)
    return () => serveRefusals(undefined)
  }, [])
  return <Suspense>{refusal && <RefusedDialog {...refusal} onDone={() => show(undefined)} />}</Suspense>
}

import { lazy, Suspense, useEffect, useState } from 'react'
import { serveDialog, type Why } from '../proof'

const ProofDialog = lazy(() => import('./ProofDialog'))

interface Asked {
  why: Why
  answer: (shown: boolean) => void
}

/** Proof is where the dialog appears that asks who sits here. */
export function Proof() {
  const [asked, ask] = useState<Asked>()
  useEffect(() => {
    serveDialog((why) => new Promise((answer) => ask({ why, answer })))
    return () => serveDialog(undefined)
  }, [])
  const done = (shown: boolean) => {
    ask(undefined)
    asked?.answer(shown)
  }
  return <Suspense>{asked && <ProofDialog why={asked.why} onDone={done} />}</Suspense>
}

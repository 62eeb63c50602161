import { useState } from 'react'
import { ApprovalDrawer } from './ApprovalDrawer'

interface Props {
  task: { subject?: string }
  onDone: (finished: boolean) => void
}

/** DecideHere decides a proposal from the page of the day. */
export default function DecideHere({ task: { subject = '' }, onDone }: Props) {
  const [id, go] = useState(subject)
  return <ApprovalDrawer id={id} onGo={(next) => (next ? go(next) : onDone(true))} />
}

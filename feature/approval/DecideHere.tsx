import { useState } from 'react'
import type { Slots } from '../../ui/feature'
import { ApprovalDrawer } from './ApprovalDrawer'

/** DecideHere decides a proposal from the page of the day. */
export default function DecideHere({ task: { subject = '' }, onDone }: Slots['today.do']) {
  const [id, go] = useState(subject)
  return <ApprovalDrawer id={id} onGo={(next) => (next ? go(next) : onDone(true))} />
}

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { DuePanel } from './DuePanel'
import PlanForm from './PlanForm'
import { today } from './pocketed'
import { useRules } from './server'
import type { Due } from './visits'

/** DueList is who is due, on a phone: there nothing is dragged. */
export default function DueList() {
  const go = useNavigate()
  const [due, plan] = useState<Due>()
  const now = useRules().data?.today ?? today()
  return (
    <>
      <DuePanel today={now} onPlan={plan} onOpen={(visit) => void go({ to: '/visits/$visit', params: { visit } } as never)} />
      {due && <PlanForm wish={{ day: now, start: null, length: 60, account: { id: due.account, name: due.name } }} today={now} onDone={() => plan(undefined)} />}
    </>
  )
}

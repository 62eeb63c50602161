import type { Slots } from '../../ui/feature'
import { EndAction } from './ActionForm'
import type { Action } from './server'

/** DoAction says what came of an action, from the page of the day. */
export default function DoAction({ task: { subject = '', version, title }, onDone }: Slots['today.do']) {
  return <EndAction action={{ id: subject, version, title: String(title.args?.title ?? '') } as Action} state="done" onDone={() => onDone(true)} />
}

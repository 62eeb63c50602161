import { EndAction } from './ActionForm'
import type { Action } from './server'

interface Props {
  task: { subject?: string; version: number; title: { args?: Record<string, unknown> } }
  onDone: (finished: boolean) => void
}

/** DoAction says what came of an action, from the page of the day. */
export default function DoAction({ task: { subject = '', version, title }, onDone }: Props) {
  return <EndAction action={{ id: subject, version, title: String(title.args?.title ?? '') } as Action} state="done" onDone={() => onDone(true)} />
}

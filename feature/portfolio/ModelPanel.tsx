import type { ReactNode } from 'react'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Answer, useModel } from './ask'

interface Props<M extends Parameters<typeof useModel>[0]> {
  model: M
  title: string
  children: (answer: Answer<M>, stale: boolean) => ReactNode
}

/** ModelPanel keeps the place of a panel while its model is asked, and says when that failed. */
export function ModelPanel<M extends Parameters<typeof useModel>[0]>({ model, title, children }: Props<M>) {
  const { data, error, stale, retry } = useModel(model)
  if (error) return <Panel title={title}><Fault error={error} onRetry={retry} /></Panel>
  if (!data) return <Panel title={title}><Waiting rows={6} /></Panel>
  return children(data, stale)
}



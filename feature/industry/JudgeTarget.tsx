import { Say } from './Say'
import { type Judged, type Target, useEstimate, useJudge } from './server'

interface Props {
  target: Target
  kind: Judged['kind']
  title: string
  onClose: () => void
}

/** JudgeTarget takes what somebody says of an account to begin with. */
export function JudgeTarget(props: Props) {
  const { data: now } = useEstimate(props.target.id, props.kind)
  return now ? <Open key={now.etag} {...props} now={now} /> : null
}

function Open({ target, kind, title, onClose, now }: Props & { now: NonNullable<ReturnType<typeof useEstimate>['data']> }) {
  const judge = useJudge(target.id, kind, now.etag)
  return (
    <Say title={title} min={0} max={kind === 'entry_network' ? 5 : 100} now={now.version ? now : undefined} saving={judge.isPending} error={judge.error}
      onSave={(said) => judge.mutate(said, { onSuccess: onClose })} onClose={onClose} />
  )
}

import { PlainChip, TierChip, TierWord, StateChip } from '../../ui/kit/Chip'
import type { Tier } from '../../ui/theme'
import type { Governed } from './server'
import { useWords } from './words'

/** Change is the old class as a word and the new one as a chip. */
export function Change({ model, was, becomes }: { model: Governed; was: string; becomes: string }) {
  return (
    <span className="change">
      <ClassWord model={model} name={was} /> <span aria-hidden="true">→</span> <ClassChip model={model} name={becomes} />
    </span>
  )
}

export function ClassChip({ model, name }: { model: Governed; name: string }) {
  const { cls } = useWords()
  if (!name) return <PlainChip>{cls(model, name)}</PlainChip>
  return model === 'tier' ? <TierChip tier={name as Tier} /> : <StateChip state="info">{cls(model, name)}</StateChip>
}

function ClassWord({ model, name }: { model: Governed; name: string }) {
  const { cls } = useWords()
  return model === 'tier' && name ? <TierWord tier={name as Tier} /> : <span className="third">{cls(model, name)}</span>
}

import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { heat, loadOf } from './words'

/** Load is how much of his hours somebody needs, with its heat. */
export function Load({ asked, capacity }: { asked: string; capacity: string }) {
  const { share } = useFigures()
  const load = loadOf(asked, capacity)
  return <StateChip state={heat(load)}>{Number.isFinite(load) ? share(load, 0) : '∞'}</StateChip>
}

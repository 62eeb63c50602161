// What a change does, in a sentence; and what a map says about its subject.
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../ui/people'
import type { Change } from './draft'
import type { People } from './map'
import { useWords } from './words'

/** useSaid says what a change does. */
export function useSaid(map: People) {
  const { t } = useTranslation()
  const words = useWords()
  const ours = usePeople()
  const name = (id: string) => map.people.find((p) => p.id === id)?.name ?? ''
  return (change: Change): string => {
    switch (change.does) {
      case 'move': return change.reports ? t('relation.said_move', { name: name(change.contact), manager: name(change.reports) }) : t('relation.said_top', { name: name(change.contact) })
      case 'place': return t('relation.said_place', { name: name(change.contact) })
      case 'judge': return t('relation.said_judge', { name: name(change.contact), field: words.field(change.field), value: change.field === 'counterpart' ? ours.name(change.value) || t('relation.nobody') : words.value(change.field, change.value) })
      case 'link': return t('relation.said_link', { from: name(change.line.from), to: name(change.line.to), kind: words.kind(change.line.kind) })
      case 'unlink': return t('relation.said_unlink')
    }
  }
}

/** useStanding says what a map has about the subject of a change; the value comes from clashes. */
export function useStanding(map: People) {
  const { t } = useTranslation()
  const words = useWords()
  const ours = usePeople()
  const name = (id: string) => map.people.find((p) => p.id === id)?.name ?? ''
  return (change: Change, value: string): string => {
    if (change.does === 'move') return value ? name(value) : t('relation.nobody')
    if (change.does === 'judge') return change.field === 'counterpart' ? ours.name(value) || t('relation.nobody') : words.value(change.field, value)
    if (change.does === 'place') return t('relation.place_of', { value })
    return value ? t('relation.line_there') : t('relation.line_gone')
  }
}

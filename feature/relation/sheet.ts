import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../ui/sheet'
import { fields, type RelationMap, valueOf } from './map'
import { useWords } from './words'

/** useSheet is the map as a table: everybody with everything that is judged about him. */
export function useSheet(map: RelationMap): () => Sheet {
  const { t } = useTranslation()
  const words = useWords()
  const names = new Map(map.people.map((p) => [p.id, p.name]))
  return () => ({
    columns: [t('relation.name_of'), t('relation.department'), t('relation.title'), t('relation.manager'), t('relation.rank'), ...fields.map(words.field)],
    rows: map.people.map((p) => [p.name, p.department, p.title, names.get(p.reports ?? '') ?? '', p.rank ? t(`contact.rank_${p.rank}`) : '',
      ...fields.map((field) => (field === 'counterpart' ? p.counterpart.name : valueOf(p, field) && words.value(field, valueOf(p, field))))]),
  })
}

import { save, saveSheet, type Sheet } from '../../ui/sheet'
import { useTranslation } from 'react-i18next'
import type { RelationMap } from './map'
import { lay, type View } from './views'
import { useWords } from './words'

/** useTake hands the map out: as a picture, as a page, or as a table. The painter comes when it is asked for. */
export function useTake(account: string, map: RelationMap, view: View, lines: boolean, sheet: () => Sheet) {
  const { t } = useTranslation()
  const words = useWords()
  return async (kind: 'png' | 'pdf' | 'xlsx') => {
    const name = `${t('relation.organisation')} ${map.as_of}`
    if (kind === 'xlsx') return saveSheet(name, sheet(), 'xlsx')
    const { paint } = await import('./picture')
    const drawing = paint(lay(view, map, new Set()), { map, lines, view, words, t, title: name })
    const blob = await new Promise<Blob | null>((done) => drawing.toBlob(done, kind === 'png' ? 'image/png' : 'image/jpeg', 0.92))
    if (!blob) return undefined
    const { page } = await import('./pdf')
    const file = kind === 'png' ? blob : new Blob([page(new Uint8Array(await blob.arrayBuffer()), drawing.width, drawing.height)], { type: 'application/pdf' })
    return save(`${name}.${kind}`, URL.createObjectURL(file))
  }
}

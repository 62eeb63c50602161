// What is said about people, in the user's language; a role of the company's own is called as the method's settings say.
import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Kind, RelationMap, Stance } from './map'

/** Roles are those that the method asks for; a company's own come with their names. */
export const Roles = createContext<RelationMap['roles']>([])

export function useWords() {
  const { t, i18n } = useTranslation()
  const roles = useContext(Roles)
  return useMemo(() => {
    const own = new Map(roles.filter((r) => r.zh).map((r) => [r.role, i18n.language === 'en' ? r.en : r.zh]))
    const role = (key: string) => own.get(key) ?? (i18n.exists(`relation.role_short_${key}`) ? t(`relation.role_short_${key}`) : key)
    const judged = (field: Field, value: string) => t(`relation.${field}_${value}`)
    return {
      role,
      stance: (s: Stance) => t(`relation.stance_${s}`),
      layer: (layer: string) => (layer ? t(`relation.layer_${layer}`) : ''),
      layerShort: (layer: string) => t(`relation.layer_short_${layer}`),
      rank: (rank: number) => (rank ? t(`relation.rank_short_${rank}`) : ''),
      kind: (kind: Kind) => t(`relation.line_${kind}`),
      field: (field: Field) => t(`relation.${field}`),
      /** a value as the choice that it is; a colleague of ours is named by whoever asks */
      value: (field: Field, value: string) => {
        if (!value) return t('relation.unknown')
        if (field === 'roles') return value.split(' ').map(role).join(' · ')
        return field === 'counterpart' ? value : judged(field, value)
      },
    }
  }, [t, i18n, roles])
}

export type Words = ReturnType<typeof useWords>

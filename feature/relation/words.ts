// What is said about people, in the user's language; a role of the company's own is called as the method's settings say.
import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { age, type Field, type Kind, type Person, type RelationMap, type Stance, stance, strong } from './map'

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
      /** everything on a card in one sentence, for those who hear it */
      whole: (p: Person, today: string) => [
        p.name, p.title, p.power >= strong ? t('relation.key') : '', t(`relation.stance_${stance(p.attitude)}`),
        p.layer && t(`relation.layer_${p.layer}`), ...p.roles.map(role),
        `${t('relation.power')} ${p.power || '?'}`, `${t('relation.closeness')} ${p.closeness || '?'}`,
        p.counterpart.user ? t('relation.ours', { name: p.counterpart.name }) : t('relation.ours_nobody'),
        age(p, today) ? t('relation.stale_days', { count: age(p, today) }) : '',
      ].filter(Boolean).join(t('relation.comma')),
    }
  }, [t, i18n, roles])
}

export type Words = ReturnType<typeof useWords>

// What is said about people, in the user's language; a role of one's own is called as it was written.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { age, type Field, type Kind, type Person, type Stance, stance } from './map'

export function useWords() {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const named = (key: string, otherwise: string) => (i18n.exists(key) ? t(key) : otherwise)
    const words = {
      stance: (s: Stance) => t(`relation.stance_${s}`),
      role: (role: string) => named(`relation.role_${role}`, role),
      layer: (layer: string) => (layer ? t(`relation.layer_${layer}`) : ''),
      kind: (kind: Kind) => t(`relation.line_${kind}`),
      field: (field: Field | 'counterpart') => t(`relation.${field}`),
      /** a value as the choice that it is */
      value: (field: Field, value: string) => {
        if (!value) return t('relation.unknown')
        if (field === 'roles') return value.split(' ').map((role) => named(`relation.role_${role}`, role)).join(' · ')
        return named(`relation.${field}_${value}`, value)
      },
      /** everything on a card in one sentence, for those who hear it */
      whole: (p: Person, today: string) => [
        p.name, p.title, p.power >= 4 ? t('relation.key') : '', t(`relation.stance_${stance(p.attitude)}`),
        p.layer && t(`relation.layer_${p.layer}`), ...p.roles.map((role) => named(`relation.role_${role}`, role)),
        `${t('relation.power')} ${p.power || '?'}`, `${t('relation.closeness')} ${p.closeness || '?'}`,
        p.counterpart ? t('relation.ours', { name: p.counterpart.name }) : t('relation.ours_nobody'),
        age(p, today) ? t('relation.stale_days', { count: age(p, today) }) : '',
      ].filter(Boolean).join(t('relation.comma')),
    }
    return words
  }, [t, i18n])
}

export type Words = ReturnType<typeof useWords>

import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'

/** Weakness is where a shop loses its shoppers. */
export function Weakness({ stage }: { stage: string }) {
  const { t } = useTranslation()
  return stage ? <StateChip state="ask">{t(`display.${stage}`)}</StateChip> : <StateChip state="ok">{t('store.bottleneck_none')}</StateChip>
}

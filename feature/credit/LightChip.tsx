import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import { useLight } from './server'

/** LightChip says beside the name of an account whether it may order; how much it owes is for others. */
export default function LightChip({ account }: { account: string }) {
  const { t } = useTranslation()
  const light = useLight(account).data?.light
  return light ? <StateChip state={light}>{t(`credit.light_${light}`)}</StateChip> : null
}

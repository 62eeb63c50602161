import { useTranslation } from 'react-i18next'
import { PlainChip } from '../../ui/kit/Chip'
import { useClasses } from './server'
import { useWords } from './words'

/** AccountInForce says beside the computed classes of an account which others still count. */
export default function AccountInForce({ account }: { account: string }) {
  const { t } = useTranslation()
  const { cls } = useWords()
  const differing = useClasses(account).data?.classes.filter((c) => !c.provisional && c.class !== c.computed) ?? []
  return differing.map((c) => (
    <PlainChip key={c.model} outlined>{t('evaluation.still', { model: t(`evaluation.model_${c.model}`), class: cls(c.model, c.class), computed: cls(c.model, c.computed) })}</PlainChip>
  ))
}

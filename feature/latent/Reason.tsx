import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import type { Candidate } from './server'

/** Reason is by what a candidate was found, in one line; it opens the explanation. */
export function Reason({ candidate: c }: { candidate: Candidate }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const share = c.why?.inputs.find((i) => i.key === 'latent.share')
  const said = c.kind === 'affinity' ? t('latent.affinity_of', { product: c.with_name })
    : c.kind === 'reorder' ? t('latent.reorder_of', { every: figures.decimal(c.every, 1), since: figures.count(c.since) })
    : t('latent.gap_of', { share: figures.share(share?.value, 0) })
  const chip = <PlainChip>{t(`latent.${c.kind}`)}</PlainChip>
  return (
    <span className="latent-reason">
      {c.why ? <Why label={`${t(`latent.${c.kind}`)} · ${c.product_name}`} chip={chip}>{() => c.why && <Reasoned why={c.why} stand={c.product_name} />}</Why> : chip}
      <small className="third">{said}</small>
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { Explanation } from '../../ui/kit/Explanation'
import { PlainChip } from '../../ui/kit/Chip'
import { Why } from '../../ui/kit/Why'
import type { Because, Candidate } from './server'

type Figure = Because['inputs'][number]

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

function Reasoned({ why, stand }: { why: Because; stand: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <Explanation title={t(why.result)} stand={stand} unit={why.inputs.some((i) => i.unit === 'amount') ? figures.unit : undefined}
      inputs={why.inputs.map((i) => ({ name: t(i.key), value: write(i, figures), cut: why.cuts.filter((c) => c.key === i.key).map((c) => write(c, figures)).join(' · ') }))}
      rule={t(why.rule)}
      changes={why.changes.map((c) => ({
        direction: c.difference > 0 ? 'up' : 'down',
        sentence: t('latent.change', { what: t(c.key), to: write({ ...c, value: c.to, known: true }, figures), result: t(c.result) }),
      }))} />
  )
}

function write({ unit, value, known }: Figure, figures: Figures) {
  if (!known) return missing
  if (unit === 'amount') return figures.sum(value)
  if (unit === 'share') return figures.share(value)
  return Number.isInteger(value) ? figures.count(value) : figures.decimal(value, 2)
}

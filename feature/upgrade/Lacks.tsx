import { useTranslation } from 'react-i18next'
import { type Figures, useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import type { Sheet } from './server'

type Climb = NonNullable<Sheet['climb']>
type Gap = Climb['gaps'][number]

/** Lacks says in words what is missing for the next class. */
export function Lacks({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { class: now, next, climb } = sheet
  return (
    <>
      <p className="upgrade-line">{t('upgrade.class_now')} {now ? <StateChip state="info">{t(`grade.${now}`)}</StateChip> : <span className="third">{t('upgrade.no_class')}</span>}
        {now === 'A' && <span>{t('upgrade.highest')}</span>}
        {now === 'P' && <span>{t('upgrade.first_purchase')}</span>}
      </p>
      {now && next && now !== 'P' && climb && (climb.class === now ? <Points climb={climb} /> : <p>{t('upgrade.ready_or_held', { class: t(climb.class ? `grade.${climb.class}` : 'grade.incomplete') })}</p>)}
    </>
  )
}

function Points({ climb }: { climb: Climb }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const points = (n: number) => figures.decimal(n, Number.isInteger(n) ? 0 : 1)
  return (
    <>
      {climb.points !== null && climb.missing !== null && climb.cut !== null && (
        <p><b>{t('upgrade.to_next', { class: t(`grade.${climb.next}`) })}</b> {climb.missing > 0 ? t('upgrade.missing', { missing: points(climb.missing), cut: points(climb.cut) }) : t('upgrade.ready')}</p>
      )}
      {climb.by === 'share' && <p className="third">{t('upgrade.by_share')}</p>}
      {climb.gaps.length > 0 && <h3 className="upgrade-head">{t('upgrade.gaps')}</h3>}
      <ul className="upgrade-gaps">
        {climb.gaps.map((g) => (
          <li key={g.name}>
            <span>{g.value === null ? t('upgrade.gap_open', { name: t(`value.${g.name}`) }) : t('upgrade.gap', { name: t(`value.${g.name}`), have: said(g, g.value, figures), target: said(g, g.target, figures) })}</span>
            {g.gain !== null && <b>{t('upgrade.gain', { gain: figures.decimal(g.gain, 1) })}</b>}
          </li>
        ))}
      </ul>
    </>
  )
}

function said({ unit }: Gap, value: number, figures: Figures) {
  if (unit === 'amount') return `${figures.sum(value)} ${figures.unit}`
  return unit === 'share' ? figures.share(value) : figures.decimal(value, Number.isInteger(value) ? 0 : 1)
}

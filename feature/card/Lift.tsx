import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { type Figures, useFigures } from '../../ui/figures'
import type { Sheet } from './server'

type Asked = NonNullable<Sheet['lift']>
type Criterion = Asked['criteria'][number]

/** Lift says in words what would bring the next card. */
export function Lift({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { lift, card, due, open } = sheet
  return (
    <>
      {open && <p className="card-due">{t('card.open_says')}</p>}
      {!open && due && due !== card?.level && <p className="card-due">{t('card.due_other', { card: t(`card.${due}`) })}</p>}
      {!open && card && lift && !due && <p className="card-due">{t('card.due_none', { until: card.until })}</p>}
      {lift && <Steps lift={lift} />}
      {card?.level === 'PLATINUM' && <p className="third">{t('card.lift_top')}</p>}
    </>
  )
}

function Steps({ lift }: { lift: Asked }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <>
      <h3 className="card-head">{t('card.lift', { card: t(`membership.${lift.to}`) })}</h3>
      <p>{t(lift.key ? 'card.lift_need' : 'card.lift_key', { need: lift.need, met: lift.met })}</p>
      <ul className="card-steps">
        {lift.criteria.map((c) => (
          <li key={c.key}>
            {c.met ? <CheckCircleFilled className="card-met" aria-label={t('card.yes')} /> : <MinusCircleOutlined className="third" aria-label={t('card.no')} />}
            <span>{t(`card.lift_${kind(c)}`, { have: c.have === null ? t('card.lift_unknown') : said(c, c.have, figures), least: said(c, c.least, figures) })}</span>
            {!c.met && c.have !== null && <b>{t(`card.lacks_${kind(c)}`, { lacks: said(c, c.least - c.have, figures) })}</b>}
          </li>
        ))}
      </ul>
    </>
  )
}

const kind = (c: Criterion) => (c.unit === 'count' ? 'years' : c.unit)

function said(c: Criterion, value: number, figures: Figures) {
  if (c.unit === 'amount') return `${figures.sum(value)} ${figures.unit}`
  return c.unit === 'score' ? figures.decimal(value, Number.isInteger(value) ? 0 : 1) : figures.count(value)
}

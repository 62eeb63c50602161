import { TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { SheetTable } from '../../ui/kit/SheetTable'
import { useHours } from './server'
import type { Hours } from './visits'
import { between } from './week'

type Half = Hours['slots'][number]

const days = [1, 2, 3, 4, 5]

/** BestTime shows on which half days objectives were met, and nothing where too few visits say so. */
export function BestTime() {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const { data } = useHours()
  if (!data) return null
  const says = t('visit.best_time_says', { n: between(data.from, data.until) })
  return (
    <section className="visit-best">
      <h3>{t('visit.best_time')}<i className="grow" /><Button size="small" type="text" icon={<TableOutlined />} aria-pressed={asTable} aria-label={t('visit.best_time_table')} onClick={() => setAsTable(!asTable)} /></h3>
      <p className="third">{says}{data.scope === 'own' && ` · ${t('visit.own_scope')}`}</p>
      {asTable ? <Figures hours={data} /> : <Heat hours={data} />}
    </section>
  )
}

function useHalf() {
  const { t } = useTranslation()
  return (later: boolean) => t(later ? 'visit.afternoon' : 'visit.morning')
}

/** Figures are the same as a table, with how many visits stand behind each. */
function Figures({ hours }: { hours: Hours }) {
  const { t } = useTranslation()
  const { share } = useFigures()
  const half = useHalf()
  return (
    <SheetTable columns={[t('visit.half_day'), t('visit.visits'), t('visit.met'), t('visit.success')]}
      rows={hours.slots.map((c) => [`${t(`visit.weekday_${c.weekday}`)} ${half(c.afternoon)}`, c.visits, c.met, share(c.share, 0)])} />
  )
}

function Heat({ hours }: { hours: Hours }) {
  const { t } = useTranslation()
  const { share } = useFigures()
  const half = useHalf()
  const label = hours.slots.map((c) => `${t(`visit.weekday_${c.weekday}`)} ${half(c.afternoon)} ${share(c.share, 0)}`).join(', ')
  return (
    <div className="visit-heat" role="img" aria-label={label}>
      <span />{days.map((d) => <small key={d}>{t(`visit.weekday_${d}`)}</small>)}
      {[false, true].map((later) => [
        <small key={half(later)}>{half(later)}</small>,
        ...days.map((d) => <Cell key={d + half(later)} half={hours.slots.find((c) => c.weekday === d && c.afternoon === later)} />),
      ])}
    </div>
  )
}

function Cell({ half }: { half?: Half }) {
  if (half?.share == null) return <i className="none">{missing}</i>
  const step = heat(half.share)
  return <i style={{ background: `var(--heat-${step})`, color: step >= 4 ? 'var(--heat-on-strong)' : 'var(--heat-on)' }}>{Math.round(half.share * 100)}</i>
}

/** heat is one of the six steps of the scale, a sixth of what is possible each. */
const heat = (share: number) => Math.min(5, Math.floor(share * 6))

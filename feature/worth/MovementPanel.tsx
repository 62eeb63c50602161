import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Upright } from '../../ui/kit/Upright'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waterfall } from '../../ui/kit/Waterfall'
import { usePhone } from '../../ui/media'
import { moves } from './main'
import type { Movement } from './server'

interface Props {
  title: string
  movement: Omit<Movement, '$schema'>
  extra?: ReactNode
  stale?: boolean
}

/** MovementPanel says why more or less is left than in the year before: of the contribution, of sales where nobody knows the cost of goods. */
export function MovementPanel({ title, movement: m, extra, stale }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(m.currency)
  const phone = usePhone()
  const [bySales, setBySales] = useState(false)
  const sales = bySales || m.contribution.length === 0
  const all = sales ? m.sales : m.contribution
  const steps = moves(all, figures, t)
  const label = `${title}, ${t(sales ? 'worth.part_sales' : 'worth.part_contribution')}`
  const sheet = () => ({ columns: [t('worth.step'), `${t('worth.amount')} ${figures.unit}`], rows: all.map((s) => [t(`worth.move_${s.name}`), s.amount / 100]) })
  const note = [m.contribution.length === 0 && m.unknown > 0 && t('worth.move_no_cost'), m.contribution.length > 0 && m.unknown > 0 && !sales && t('worth.move_unknown', { count: figures.count(m.unknown) })].filter(Boolean)
  return (
    <Panel title={title} subtitle={t('worth.move_say', { unit: figures.unit, since: m.since, until: m.until })} sheet={sheet} stale={stale} note={note.length > 0 && note.join(' ')}
      extra={<>{m.contribution.length > 0 && <Segmented<boolean> size="small" aria-label={t('worth.measure')} value={sales} onChange={setBySales} options={[{ label: t('worth.part_contribution'), value: false }, { label: t('worth.part_sales'), value: true }]} />}{extra}</>}>
      {steps.every((s) => s.amount === 0) ? <Empty>{t('worth.move_nothing')}</Empty> : phone ? <Waterfall steps={steps} label={label} /> : <Upright steps={steps} label={label} />}
      <p className="third worth-how">{t(sales ? 'worth.move_how_sales' : 'worth.move_how')}</p>
    </Panel>
  )
}

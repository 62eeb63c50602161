import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figures } from '../../ui/figures'
import { Upright } from '../../ui/kit/Upright'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waterfall } from '../../ui/kit/Waterfall'
import { mainSteps } from './main'
import { type Part, stepsOf, unknown } from './steps'

interface Props {
  title: string
  parts: Part[]
  since: string
  until: string
  figures: Figures
  /** what else is to be said of whom these are */
  stand?: ReactNode
  notes?: (string | false)[]
  /** said in place of the picture where the cost of goods is not known */
  blank?: ReactNode
  extra?: ReactNode
  stale?: boolean
}

/** Left is what is really left of sales: the gross profit and what is taken off it as columns, every step below. */
export function Left({ title, parts, since, until, figures, stand, notes = [], blank, extra, stale }: Props) {
  const { t } = useTranslation()
  const [share, setShare] = useState(false)
  const amount = (name: string) => parts.find((p) => p.name === name)?.amount
  const sales = amount('sales'), left = amount('contribution')
  const window = t('worth.contribution_say', { unit: figures.unit, since, until })
  const said = sales && left != null ? `${window}${t('worth.rate_say', { rate: figures.share(left / sales) })}` : window
  const lacking = unknown(parts)
  const known = left != null
  const all = [...notes, lacking.length > 0 && (lacking.includes('gross') ? !blank && t('worth.unknown_gross') : t('worth.missing', { parts: lacking.map((name) => t(`worth.part_${name}`)).join(' · ') }))].filter(Boolean)
  const sheet = () => ({
    columns: [t('worth.step'), t('worth.hours'), t('worth.amount')],
    rows: parts.map((p) => [t(`worth.part_${p.name}`), p.hours === undefined ? '' : p.hours / 1e6, p.amount === null ? t('worth.no_data') : p.amount / 100]),
  })
  const steps = stepsOf(parts, figures, t)
  return (
    <Panel title={title} subtitle={said} sheet={sheet} stale={stale} note={all.length > 0 && all.join(' ')}
      extra={<>{known && !!sales && <Segmented<boolean> size="small" aria-label={t('worth.measure')} value={share} onChange={setShare} options={[{ label: t('worth.amount'), value: false }, { label: t('worth.share'), value: true }]} />}{extra}</>}>
      {stand}
      {!known && (blank ?? (steps.some((s) => s.amount !== 0) ? undefined : <Empty>{t('worth.nothing')}</Empty>))}
      {known && <Upright steps={mainSteps(parts, figures, t, share)} label={`${title}, ${said}`} />}
      {steps.some((s) => s.amount !== 0) && <details className="worth-details" open={!known || undefined}><summary>{t('worth.every_step')}</summary><Waterfall steps={steps} label={t('worth.every_step')} /></details>}
    </Panel>
  )
}

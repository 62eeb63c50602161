import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Why } from '../../ui/kit/Why'
import { useMode } from '../../ui/mode'
import { accent, attitude, klass, type Mode, neutral, tier } from '../../ui/theme'
import { Reasoned } from './Reasoned'
import type { Group, Mix } from './server'
import { useName } from './words'

/** MixPanel shows of which industries revenue consists, and where one customer carries his. */
export function MixPanel({ mix }: { mix: Mix }) {
  const { t } = useTranslation()
  const figures = useFigures(mix.currency)
  const name = useName()
  const [mode] = useMode()
  const says = t('industry.mix_says', { total: figures.sum(mix.total), unit: figures.unit, months: mix.months, date: mix.as_of })
  const sheet = () => ({
    columns: [t('industry.industry'), t('industry.accounts'), t('industry.customers'), t('industry.monthly'), t('industry.share'), t('industry.dependency'), t('industry.largest'), t('industry.excluded')],
    rows: mix.groups.map((g) => [name(g), g.accounts, g.customers, g.revenue / 100, figures.share(g.share), figures.share(g.dependency), g.largest?.name ?? '', g.excluded ? t('industry.excluded') : '']),
  })
  const drawing = useMemo(() => draw(mix.groups, name, figures, t('industry.others'), mode), [mix.groups, name, figures, t, mode])
  const scope = mix.scope === 'own' && t('industry.scope_own')
  if (!mix.groups.some((g) => g.revenue)) return <Panel title={t('industry.mix')} note={scope}><Empty>{t('industry.no_revenue')}</Empty></Panel>
  return (
    <>
      {mix.total > 0 && <ChartPanel title={t('industry.mix')} subtitle={says} sheet={sheet} note={scope} drawing={drawing} label={says} height={128} />}
      <Panel title={t('industry.groups')} subtitle={t('industry.groups_say', { line: figures.share(mix.line, 0) })} sheet={sheet}>
        <div className="sheet industry-rows" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('industry.industry')}</th>
                <th scope="col" className="number wide">{t('industry.customers')}</th>
                <th scope="col" className="number">{t('industry.monthly')} {figures.unit}</th>
                <th scope="col" className="number">{t('industry.share')}</th>
                <th scope="col">{t('industry.dependency')}</th>
                <th scope="col" className="wide">{t('industry.largest')}</th>
              </tr>
            </thead>
            <tbody>{mix.groups.map((g) => <Line key={g.id ?? ''} group={g} mix={mix} figures={figures} />)}</tbody>
          </table>
        </div>
      </Panel>
    </>
  )
}

function Line({ group: g, mix, figures }: { group: Group; mix: Mix; figures: Figures }) {
  const { t } = useTranslation()
  const name = useName()(g)
  const chip = g.warn ? <StateChip state="ask">{figures.share(g.dependency)}</StateChip> : <PlainChip>{figures.share(g.dependency)}</PlainChip>
  return (
    <tr>
      <td>{name} {g.excluded && <PlainChip outlined>{t('industry.excluded')}</PlainChip>}</td>
      <td className="number wide">{figures.count(g.customers)} / {figures.count(g.accounts)}</td>
      <td className="number">{figures.sum(g.revenue)}</td>
      <td className="number">{figures.share(g.share)}<i className="share"><i style={{ width: `${Math.max(0, Math.min(1, g.share ?? 0)) * 100}%` }} /></i></td>
      <td>{g.dependency === null ? missing : <Why label={`${name} ${t('industry.dependency')}`} chip={chip}>{() => <Reasoned why={g.why} stand={mix.as_of} currency={mix.currency} />}</Why>}</td>
      <td className="wide">{g.largest && <Link to="/accounts/$id" params={{ id: g.largest.id } as never}>{g.largest.name}</Link>}</td>
    </tr>
  )
}

// The first groups are told apart by colour; the rest is one piece, and grey as what belongs to none is.
const coloured = (mode: Mode) => [accent[mode], tier[mode].NAMED.fill, klass[mode].B.fill, attitude[mode].support.fill, attitude[mode].oppose.fill]

function draw(groups: Group[], name: (g: Group) => string, figures: Figures, others: string, mode: Mode): Drawing {
  const counted = groups.filter((g) => (g.share ?? 0) > 0)
  const named = counted.filter((g) => g.id)
  const pieces: { name: string; share: number; color: string }[] = coloured(mode).flatMap((color, i) => named.slice(i, i + 1).map((g) => ({ name: name(g), share: g.share ?? 0, color })))
  const rest = named.slice(pieces.length).reduce((sum, g) => sum + (g.share ?? 0), 0)
  if (rest > 0) pieces.push({ name: others, share: rest, color: neutral[mode].third })
  pieces.push(...counted.filter((g) => !g.id).map((g) => ({ name: name(g), share: g.share ?? 0, color: neutral[mode].mute })))
  const shares = new Map(pieces.map((p) => [p.name, figures.share(p.share)]))
  return {
    grid: { left: 4, right: 4, top: 54, bottom: 0 },
    legend: { top: 0, left: 0, right: 'auto', formatter: (piece: string) => `${piece} ${shares.get(piece) ?? ''}` },
    tooltip: { trigger: 'item', formatter: '{a}' },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } },
    yAxis: { type: 'category', data: [''], axisLine: { show: false } },
    series: pieces.map((p) => ({
      id: p.name, name: p.name, type: 'bar', stack: 'mix', barWidth: 24, itemStyle: { borderRadius: 0, color: p.color },
      data: [p.share * 100],
    })),
  }
}

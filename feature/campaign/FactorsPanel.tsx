import './campaign.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { FactorsForm } from './FactorsForm'
import { type Board, useBoard } from './server'

/** FactorsPanel is what the customer buys by, and how we and the competitors do. */
export default function FactorsPanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const { data, error, refetch } = useBoard(deal.id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return data ? <Factors deal={deal.id} board={data} /> : <Panel title={t('campaign.factors')}><Waiting rows={6} /></Panel>
}

function Factors({ deal, board }: { deal: string; board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [open, setOpen] = useState(false)
  const { factors, competitors, compared, write, live } = board
  const said = factors.filter((f) => f.influencer || f.decider || f.ours || (f.theirs ?? []).some(Boolean))
  const button = write && live && <Button size="small" onClick={() => setOpen(true)}>{t('campaign.weigh')}</Button>
  const columns = [t('campaign.factor'), t('campaign.influencer'), t('campaign.decider'), t('campaign.ours'), ...competitors.map((c) => c.name)]
  const cells = said.map((f) => [t(`campaign.factor_${f.key}`), f.influencer || null, f.decider || null, f.ours || null, ...(f.theirs ?? []).map((n) => n || null)])
  const behind = new Set(compared.flatMap((c) => c.gaps))
  const gaps = [...behind].map((key) => t(`campaign.factor_${key}`)).join(' · ')
  const marked = [...board.sheet.attitudes].some((n) => n !== '0')
  return (
    <Panel title={t('campaign.factors')} sheet={said.length ? () => ({ columns, rows: cells }) : undefined} extra={said.length > 0 && button}>
      {said.length === 0 ? <Empty action={button}>{t('campaign.no_factors')}</Empty> : (
        <>
          <div className="sheet campaign-table" tabIndex={0}>
            <table>
              <thead><tr>{columns.map((c, i) => <th key={c} scope="col" className={i ? 'number' : undefined}>{c}</th>)}</tr></thead>
              <tbody>
                {said.map((f, i) => <tr key={f.key}>{cells[i]!.map((cell, at) => (at === 0 ? <th key={at} scope="row" className={behind.has(f.key) ? 'campaign-gap' : undefined}>{cell}{behind.has(f.key) && ` · ${t('campaign.gap')}`}</th> : <td key={at} className="number">{cell ?? missing}</td>))}</tr>)}
                {compared.map((c) => <tr key={c.role}><th scope="row">{t('campaign.score')} · {t(`campaign.${c.role}`)}</th><td /><td /><td className="number"><Why label={t(`campaign.${c.role}`)} chip={<b>{figures.decimal(c.ours, 2)}</b>}>{() => <Reasoned why={c.why} stand={board.as_of} />}</Why></td>{c.theirs.map((n, at) => <td key={at} className="number">{figures.decimal(n, 2)}</td>)}</tr>)}
              </tbody>
            </table>
          </div>
          <p>{gaps ? t('campaign.gaps', { what: gaps }) : t('campaign.gaps_none')}</p>
        </>
      )}
      <p className="second">{board.return == null ? t('campaign.return_unknown') : t('campaign.return', { share: figures.share(board.return) })}{marked && ` · ${t('campaign.attitudes')} ${[...board.sheet.attitudes].map((n) => (n === '0' ? missing : n)).join(' ')}`}</p>
      {open && <FactorsForm deal={deal} board={board} onDone={() => setOpen(false)} />}
    </Panel>
  )
}

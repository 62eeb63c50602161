import './industry.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { JudgeTarget } from './JudgeTarget'
import { Reasoned } from './Reasoned'
import { type Judged, type Target, useTargets, type Whom, whoms } from './server'

/** TargetScreen answers with whom to begin. */
export default function TargetScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures()
  const [{ whom }, set] = useAddress<{ whom: Whom }>({ whom: '' })
  const pages = useTargets(whom)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  return (
    <div className="wide industry-screen">
      <PageHead title={t('industry.targets')} note={first && t('industry.targets_say', { count: figures.count(first.count), answered: figures.count(first.answered) })}>
        <Segmented<Whom> aria-label={t('industry.whom')} value={whom} onChange={(whom) => set({ whom })} options={whoms.map((value) => ({ value, label: t(`industry.whom_${value || 'both'}`) }))} />
        <Link to="/portfolio/industries">{t('industry.industries')}</Link>
        {may('industry:export') && <Button icon={<DownloadOutlined />} href={`/api/industries/targets/export${whom && `?whom=${whom}`}`}>{t('industry.export')}</Button>}
      </PageHead>
      <Panel title={t('industry.targets')} subtitle={t('industry.targets_how')} stale={pages.isPlaceholderData} note={first?.scope === 'own' && t('industry.scope_own')}>
        <Fault error={pages.error} onRetry={() => void pages.refetch()} />
        {!first ? !pages.error && <Waiting rows={8} /> : rows.length === 0 ? <Empty>{t('industry.no_targets')}</Empty> : <Rows rows={rows} />}
        {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('industry.more')}</Button>}
      </Panel>
    </div>
  )
}

const short = (kind: Judged['kind']) => kind.replace('entry_', 'entry.')

function Rows({ rows }: { rows: Target[] }) {
  const { t } = useTranslation()
  const [asked, ask] = useState<{ target: Target; kind: Judged['kind'] }>()
  const kinds = rows[0]?.answers.map((a) => a.kind) ?? []
  return (
    <div className="sheet industry-rows industry-targets" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">{t('industry.rank')}</th>
            <th scope="col">{t('industry.account_name')}</th>
            <th scope="col" className="wide">{t('industry.industry')}</th>
            <th scope="col" className="wide">{t('industry.size')}</th>
            {kinds.map((kind) => <th key={kind} scope="col" className="number">{t(short(kind))}</th>)}
            <th scope="col" className="number">{t('entry.score')}</th>
          </tr>
        </thead>
        <tbody>{rows.map((r) => <Line key={r.id} target={r} onAsk={(kind) => ask({ target: r, kind })} />)}</tbody>
      </table>
      {asked && <JudgeTarget target={asked.target} kind={asked.kind} title={`${asked.target.name} · ${t(short(asked.kind))}`} onClose={() => ask(undefined)} />}
    </div>
  )
}

function Line({ target: r, onAsk }: { target: Target; onAsk: (kind: Judged['kind']) => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const score = <PlainChip outlined={r.score === null}>{r.score === null ? t('entry.incomplete') : figures.decimal(r.score)}</PlainChip>
  return (
    <tr>
      <td className="number">{r.rank ?? missing}</td>
      <td><Link to="/accounts/$id" params={{ id: r.id } as never}>{r.name}</Link>{!r.prospect && <small className="third">{t('industry.buys')}</small>}</td>
      <td className="wide">{r.industry || missing}</td>
      <td className="wide">{r.size ? t(`account.size_${r.size}`) : missing}</td>
      {r.answers.map((a) => <Cell key={a.kind} answer={a} onAsk={() => onAsk(a.kind)} />)}
      <td className="number">{r.why ? <Why label={r.name} chip={score}>{() => r.why && <Reasoned why={r.why} stand={t('entry.name')} />}</Why> : score}</td>
    </tr>
  )
}

function Cell({ answer: a, onAsk }: { answer: Judged; onAsk: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const said = a.value === null ? undefined : `${a.by} · ${a.on} · ${a.evidence}${a.stale ? ` · ${t('industry.stale', { date: a.expires })}` : ''}`
  const value = a.value ?? (may('portfolio:estimate') ? t('industry.rate') : missing)
  return (
    <td className={a.stale ? 'number soon' : 'number'} title={said}>
      {may('portfolio:estimate') ? <button type="button" className="link" aria-label={`${t(short(a.kind))} ${a.value ?? t('industry.rate')}`} onClick={onAsk}>{value}</button> : value}
    </td>
  )
}

import './loss.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { Decide } from './Decide'
import { HandlingChip } from './HandlingChip'
import { type Class, type Losses, type Row, type State, states, useLosses } from './server'

/** LossScreen lists the accounts on which we lose, what is recommended and what was decided. */
export default function LossScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ kind, state }, set] = useAddress<{ kind: Class; state: State }>({ kind: '', state: '' })
  const pages = useLosses(kind, state)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const figures = useFigures(first?.currency)
  const asked = new URLSearchParams({ ...(kind && { class: kind }), ...(state && { state }) })
  const notes = first && [first.unknown > 0 && t('loss.unknown_count', { count: figures.count(first.unknown) }), first.scope === 'own' && t('loss.own')].filter(Boolean).join(' ')
  return (
    <div className="wide loss">
      <PageHead title={t('loss.title')} note={t('loss.question')}>
        <UnitSwitch />
        <Segmented<State> aria-label={t('loss.state')} value={state} onChange={(state) => set({ state })} options={states.map((value) => ({ value, label: t(value ? `loss.state_${value}` : 'loss.all') }))} />
        {may('loss:export') && <Button icon={<DownloadOutlined />} href={`/api/losses/export?${asked}`}>{t('loss.export')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {first && <KeyFigures stale={pages.isPlaceholderData} figures={first.parts.map((p) => ({
        title: t(`loss.${p.class}`), value: figures.count(p.count), note: `${figures.sum(p.amount)} ${figures.unit} · ${t('loss.open_count', { count: figures.count(p.open) })}`,
        onOpen: () => set({ kind: kind === p.class ? '' : p.class }),
      }))} />}
      <Panel title={kind ? t(`loss.${kind}`) : t('loss.title')} subtitle={first && `${first.as_of} · ${figures.unit}`} stale={pages.isPlaceholderData} note={notes}
        extra={kind && <Button size="small" onClick={() => set({ kind: '' })}>{t('loss.all')}</Button>}>
        {!first ? !pages.error && <Waiting rows={8} /> : rows.length ? <Rows rows={rows} all={first} /> : <Empty>{t('loss.no_losses')}</Empty>}
        {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('loss.more')}</Button>}
      </Panel>
    </div>
  )
}

function Rows({ rows, all }: { rows: Row[]; all: Losses }) {
  const { t } = useTranslation()
  const [asked, ask] = useState<Row>()
  return (
    <div className="sheet" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('loss.account')}</th>
            <th scope="col" className="number">{t('loss.contribution')}</th>
            <th scope="col" className="number wide">{t('loss.gross')}</th>
            <th scope="col" className="wide">{t('loss.age')}</th>
            <th scope="col">{t('loss.recommended')}</th>
            <th scope="col">{t('loss.decision')}</th>
          </tr>
        </thead>
        <tbody>{rows.map((r) => <Line key={r.id} row={r} all={all} onAsk={() => ask(r)} />)}</tbody>
      </table>
      {asked && <Decide row={asked} onClose={() => ask(undefined)} />}
    </div>
  )
}

function Line({ row: r, all, onAsk }: { row: Row; all: Losses; onAsk: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures(all.currency)
  return (
    <tr>
      <td><Link to="/accounts/$id" params={{ id: r.id } as never}>{r.name}</Link></td>
      <td className="number">{figures.sum(r.contribution)}</td>
      <td className="number wide">{figures.sum(r.gross)}</td>
      <td className="wide">{r.age === null ? missing : t('loss.age_is', { months: figures.count(r.age) })}</td>
      <td>
        <Why label={r.name} chip={<PlainChip>{t(`loss.${r.class}`)}</PlainChip>}>{() => <Reasoned why={r.why} stand={all.as_of} currency={all.currency} />}</Why>
        {r.handling && <small className="third">{t(`loss.handling_${r.handling}`)}</small>}
      </td>
      <td>
        {r.decision && <><HandlingChip handling={r.decision.handling} /> <small className="third" title={r.decision.reason}>{r.decision.on} {r.decision.by}</small></>}
        {r.due && <StateChip state="blocked">{t('loss.due')}</StateChip>}
        {may('loss:decide') ? <Button size="small" type={r.decision ? 'text' : 'default'} onClick={onAsk}>{t('loss.decide')}</Button> : !r.decision && missing}
      </td>
    </tr>
  )
}

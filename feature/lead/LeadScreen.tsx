import './lead.css'
import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { LeadDrawer } from './LeadDrawer'
import { LeadForm } from './LeadForm'
import { ReportPanel } from './ReportPanel'
import { type Row, type State, states, useLeads } from './server'
import { Stand } from './Stand'

/** LeadScreen lists the companies that may become customers, those to go to first on top. */
export default function LeadScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { count } = useFigures()
  const [{ state, lead }, set] = useAddress<{ state: '' | State; lead: string }>({ state: '', lead: '' })
  const { data, error, refetch } = useLeads()
  const [adding, add] = useState(false)
  const rows = (data ?? []).filter((r) => !state || r.state === state).sort(first)
  const button = may('lead:write') && <Button type="primary" icon={<PlusOutlined />} onClick={() => add(true)}>{t('lead.add')}</Button>
  return (
    <div className="stack">
      <PageHead title={t('lead.leads')} note={t('lead.says')}>
        <Link to="/leads/round">{t('lead.round')}</Link>
        <Select value={state} onChange={(state) => set({ state })} aria-label={t('lead.state')} popupMatchSelectWidth={false}
          options={[{ value: '', label: t('lead.state_every') }, ...states.map((s) => ({ value: s, label: `${t(`lead.state_${s}`)} ${count((data ?? []).filter((r) => r.state === s).length)}` }))]} />
        {may('lead:export') && <Button href="/api/leads/export">{t('lead.export')}</Button>}
        {rows.length > 0 && button}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={8} /> : <>
        <Panel title={t('lead.leads')}>
          {rows.length === 0 ? <Empty action={button}>{t('lead.none')}</Empty> : <Table rows={rows} onOpen={(lead) => set({ lead })} />}
        </Panel>
        {data.length > 0 && <ReportPanel />}
      </>}
      {adding && <LeadForm onDone={() => add(false)} />}
      {lead && <LeadDrawer lead={lead} onDone={() => set({ lead: '' })} />}
    </div>
  )
}

/** first puts those that are worked on before the others, and of them the most promising. */
const first = (a: Row, b: Row) => Number(b.deal === undefined) - Number(a.deal === undefined) || states.indexOf(a.state) - states.indexOf(b.state) || (b.priority ?? -1) - (a.priority ?? -1) || b.score - a.score

function Table({ rows, onOpen }: { rows: Row[]; onOpen: (lead: string) => void }) {
  const { t } = useTranslation()
  const { sum, decimal } = useFigures()
  return (
    <div className="lead-scroll" tabIndex={0} role="group" aria-label={t('lead.leads')}>
      <table className="lead-rows">
        <thead><tr><th scope="col">{t('lead.company')}</th><th scope="col">{t('lead.state')}</th><th scope="col" className="number">{t('lead.score')}</th><th scope="col" className="number">{t('lead.priority')}</th><th scope="col" className="number">{t('lead.amount')}</th><th scope="col">{t('lead.next')}</th><th scope="col">{t('lead.source')}</th><th scope="col">{t('lead.ours')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td className="cut"><button type="button" className="lead-open" onClick={() => onOpen(r.id)} title={r.name}>{r.name}</button><small className="third">{[r.city, r.industry].filter(Boolean).join(' · ')}</small></td>
              <td><Stand row={r} /></td>
              <td className="number" title={t('lead.good')}>{r.score}{r.good && ' ✓'}</td>
              <td className="number">{decimal(r.priority)}</td>
              <td className="number">{sum(r.amount)}</td>
              <td>{r.next || r.wake}</td>
              <td>{t(`account.source_${r.source}`)}</td>
              <td>{r.ours}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { ArrowLeftOutlined, HistoryOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { ConfigTab } from './ConfigTab'
import { useWork, withFound, type Work } from './draft'
import { HistoryDrawer } from './HistoryDrawer'
import { RulesTab } from './RulesTab'
import { useMethod } from './server'
import { Side } from './Side'
import { SourceTab } from './SourceTab'
import { useTrying } from './trying'
import type { Detail } from './wire'

type Tab = 'config' | 'rules' | 'source'

/** MethodPage is one method: how it is set, by which rule it judges, where it comes from, and what a draft would do. */
export function MethodPage({ id }: { id: string }) {
  const method = useMethod(id)
  if (method.error && !method.data) return <Fault error={method.error} onRetry={() => void method.refetch()} />
  return method.data ? <Page method={method.data} /> : <div className="method"><Waiting rows={10} /></div>
}

function Page({ method }: { method: Detail }) {
  const { t } = useTranslation()
  const [{ tab }, set] = useAddress<{ tab: string }>({ tab: method.configurable ? 'config' : 'rules' })
  const [past, showPast] = useState(false)
  const work = useWork(method)
  const tabs: Tab[] = method.configurable ? ['config', 'rules', 'source'] : ['rules', 'source']
  return (
    <article className="method">
      <header className="page-head">
        <Back />
        <h1>{method.id} {t(method.name)}</h1>
        <Versions method={method} work={work} />
        <i className="grow" />
        <Segmented<Tab> value={tab as Tab} onChange={(tab) => set({ tab })} options={tabs.map((value) => ({ value, label: t(`method.tab_${value}`) }))} />
        {method.configurable && <Button icon={<HistoryOutlined />} onClick={() => showPast(true)}>{t('method.history')}</Button>}
      </header>
      {tab === 'config' && method.configurable ? <Editor method={method} work={work} />
        : tab === 'source' ? <SourceTab method={method} /> : <RulesTab method={method} />}
      {past && <HistoryDrawer method={method} work={work} onClose={() => showPast(false)} />}
    </article>
  )
}

function Editor({ method, work }: { method: Detail; work: Work }) {
  const trying = useTrying(method, work)
  const known = trying.able ? withFound(work, trying.simulation.error) : work
  return <div className="method-columns"><ConfigTab method={method} work={known} trying={trying} /><Side method={method} work={known} trying={trying} /></div>
}

function Back() {
  const { t } = useTranslation()
  return usePhone() && <Link to="/methods" aria-label={t('method.all')} className="method-back"><ArrowLeftOutlined /></Link>
}

/** Versions says which version holds, which comes, and how far a draft has got. */
function Versions({ method: { version, base, coming, draft, configurable, confidence }, work }: { method: Detail; work: Work }) {
  const { t } = useTranslation()
  const { date, time } = useFigures()
  if (!configurable) return <>{confidence === 'low' && <PlainChip>{t('method.state_own')}</PlainChip>}<span className="third">{t('method.nothing_to_set')}</span></>
  const saved = draft && !work.dirty && t('method.saved_by', { name: draft.author, time: time(new Date(draft.saved / 1000).toISOString()).slice(5) })
  return (
    <>
      <StateChip state="ok">{t('method.in_force', { version })}</StateChip>
      {coming && <StateChip state="info">{t('method.coming_from', { version: coming.version, day: date(coming.effective) })}</StateChip>}
      {(draft || work.dirty) && <><span aria-hidden="true" className="third">→</span><StateChip state="ask">{t('method.draft_version', { version: base + 1 })}</StateChip></>}
      {(draft || work.dirty) && <span className="third">{[t('method.changes', { count: work.changed }), saved || (work.dirty && t('method.unsaved'))].filter(Boolean).join(' · ')}</span>}
    </>
  )
}

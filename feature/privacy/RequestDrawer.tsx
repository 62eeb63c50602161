import { DownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Fact } from '../../ui/kit/Fact'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { Acts } from './Acts'
import { Due } from './RequestsPanel'
import { type Found, type Record, type Request, type Section, useRequest, useSteps, useWeight } from './server'

/** RequestDrawer takes a request from who it is about to what he is told. */
export function RequestDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const request = useRequest(id)
  return (
    <Drawer open onClose={onClose} size={phone ? '100%' : 600} title={request.data ? `${t(`privacy.kind_${request.data.kind}`)} · ${request.data.label}` : t('privacy.requests')} className="request-drawer">
      <Fault error={request.error} onRetry={() => void request.refetch()} />
      {request.isPending && <Waiting rows={8} />}
      {request.data && <Course request={request.data} etag={request.data.etag} />}
    </Drawer>
  )
}

function Course({ request: r, etag }: { request: Request; etag: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const steps = useSteps(r.id, etag)
  const [ticked, tick] = useState<Record[]>() // shown at once, until the server has answered
  const open = r.state === 'open'
  const choose = (all: Record[]) => {
    tick(all)
    steps.choose.mutate(all, { onSettled: () => tick(undefined) })
  }
  return (
    <>
      <dl className="request-facts">
        <Fact title={t('privacy.received_on')}>{figures.date(r.received_on)}</Fact>
        <Fact title={t('privacy.due_on')}>{open ? <Due day={r.due_on} /> : figures.date(r.due_on)}</Fact>
        <Fact title={t('privacy.state')}>{t(`privacy.state_${r.state}`)}</Fact>
        {r.who && <Fact title={t('privacy.person')}>{[r.who.name, r.who.company, ...(r.who.numbers ?? []), ...(r.who.mails ?? []), ...(r.who.wechats ?? [])].filter(Boolean).join(' · ')}</Fact>}
        {r.channel && <Fact title={t('privacy.channel')}>{r.channel}</Fact>}
        {r.answer && <Fact title={t('privacy.answer')}>{r.answer} <span className="third">{r.handler}</span></Fact>}
      </dl>
      {open && r.who && (
        <section>
          <h3>1 · {t('privacy.find')}</h3>
          <Button icon={<SearchOutlined />} loading={steps.search.isPending} onClick={() => steps.search.mutate()}>{t('privacy.find')}</Button>
          {steps.search.data?.length === 0 && <p className="second">{t('privacy.found_none')}</p>}
          {steps.search.data && steps.search.data.length > 0 && <Choice found={steps.search.data} chosen={ticked ?? r.records} onChoose={choose} />}
          <Fault error={steps.search.error ?? steps.choose.error} />
          {r.records.length > 0 && <Alert type="success" showIcon title={t('privacy.chosen', { n: r.records.length })} />}
        </section>
      )}
      {r.records.length > 0 && open && <Held request={r} />}
      {open && <Acts request={r} steps={steps} />}
      {steps.erase.data && <Alert type="success" showIcon className="lead" title={t('privacy.erased')} />}
      {steps.erase.data && <Left sections={steps.erase.data.left} />}
    </>
  )
}

interface ChoiceProps {
  found: Found[]
  chosen: Record[]
  onChoose: (records: Record[]) => void
}

/** Choice ticks the records that are really his. */
function Choice({ found, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group className="found" value={chosen.map((r) => r.id)}
      onChange={(ids) => onChoose(found.filter((f) => ids.includes(f.id)).map(({ of, id }) => ({ of, id })))}>
      {found.map((f) => (
        <Checkbox key={f.id} value={f.id}>
          <b>{f.name}</b> {f.company ?? t('privacy.held_users')}<span className="third">{f.hint}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  )
}

/** Held says how much is kept and where, and hands out the copy for him. */
function Held({ request }: { request: Request }) {
  const { t, i18n } = useTranslation()
  const weight = useWeight(request.id, true)
  const address = (format: string) => `/api/privacy/requests/${request.id}/package?format=${format}`
  return (
    <section lang={i18n.language}>
      <h3>2 · {t('privacy.held')}</h3>
      <Fault error={weight.error} onRetry={() => void weight.refetch()} />
      <ul className="weights">{weight.data?.map((w) => <li key={w.key + w.table}><span>{t(w.key)}{w.key === 'privacy.held_mentions' && <small> {w.table}</small>}</span><b>{w.rows}</b></li>)}</ul>
      <p className="request-tools">
        <Button icon={<DownloadOutlined />} href={address('html')}>{t('privacy.to_package')}</Button>
        <Button icon={<DownloadOutlined />} href={address('json')}>JSON</Button>
      </p>
    </section>
  )
}

/** Left are texts in which the name still stands after he was forgotten. */
export function Left({ sections }: { sections: Section[] }) {
  const { t } = useTranslation()
  if (sections.length === 0) return null
  return (
    <Alert type="warning" showIcon title={t('privacy.left')}
      description={<ul>{sections.flatMap((s) => s.rows.flat().map((e, i) => <li key={s.table + i}><b>{s.table}.{e.key}</b> {e.value}</li>))}</ul>} />
  )
}

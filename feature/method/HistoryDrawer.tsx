import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { Differences } from './Differences'
import type { Work } from './draft'
import { useComparison, useVersions } from './server'
import type { Detail, Version } from './wire'

interface Props {
  method: Detail
  work: Work
  onClose: () => void
}

const states = { in_force: 'ok', coming: 'info', past: 'info' } as const

/** HistoryDrawer tells who decided which version and from when on it holds, compares any two, and takes one up again. */
export function HistoryDrawer({ method, work, onClose }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const found = useVersions(method.id)
  const restore = (v: Version) => {
    work.replace(v.config)
    onClose()
  }
  return (
    <Drawer open onClose={onClose} size={phone ? '100%' : 560} title={t('method.history_of', { id: method.id, name: t(method.name) })}>
      <Fault error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Waiting rows={6} />}
      {found.data && (
        <div className="method-history">
          {(found.data.length > 1 || method.draft) && <Compare method={method} versions={found.data} />}
          <ol>{found.data.map((v) => <Line key={v.version} version={v} onRestore={work.editable && v.state !== 'in_force' ? () => restore(v) : undefined} />)}</ol>
        </div>
      )}
    </Drawer>
  )
}

function Line({ version: v, onRestore }: { version: Version; onRestore?: () => void }) {
  const { t } = useTranslation()
  const { date } = useFigures()
  return (
    <li>
      <p>
        <b>{t('method.v', { version: v.version })}</b>
        {v.state !== 'past' && <StateChip state={states[v.state]}>{t(`method.is_${v.state}`)}</StateChip>}
        <i className="grow" />
        {onRestore && <Button size="small" onClick={onRestore}>{t('method.take_up')}</Button>}
      </p>
      {v.author ? (
        <>
          <p className="second">{t('method.decided_by', { author: v.author, approver: v.approver, day: date(v.decided) })}</p>
          <p className="third">{t('method.holds_from', { day: date(v.effective) })}</p>
          <q>{v.reason}</q>
        </>
      ) : <p className="third">{t('method.default')}</p>}
    </li>
  )
}

function Compare({ method, versions }: { method: Detail; versions: Version[] }) {
  const { t } = useTranslation()
  const last = versions[0]?.version ?? 1
  const [from, setFrom] = useState(method.draft ? last : versions[1]?.version ?? 1)
  const [to, setTo] = useState(method.draft ? 0 : last)
  const found = useComparison(method.id, from, to)
  const options = [...(method.draft ? [{ value: 0, label: t('method.draft') }] : []), ...versions.map((v) => ({ value: v.version, label: t('method.v', { version: v.version }) }))]
  return (
    <section aria-label={t('method.compare')}>
      <p className="method-pick">
        <b>{t('method.compare')}</b>
        <Select size="small" aria-label={t('method.compare_from')} value={from} options={options} onChange={setFrom} popupMatchSelectWidth={false} /> →
        <Select size="small" aria-label={t('method.compare_to')} value={to} options={options} onChange={setTo} popupMatchSelectWidth={false} />
      </p>
      <Fault error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Waiting rows={3} />}
      {found.data && <Differences method={method} changes={found.data.changes} />}
    </section>
  )
}

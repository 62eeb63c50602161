import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import './approval.css'
import { ApprovalDrawer } from './ApprovalDrawer'
import { NewsPanel } from './NewsPanel'
import { Rows } from './Rows'
import { Left, type Result, Several } from './Several'
import { useBox, useKinds, useWaiting } from './server'
import type { BoxName, Row } from './wire'
import { useWords } from './words'

/** ApprovalsScreen is the inbox of proposals: to decide, one's own, decided. */
export default function ApprovalsScreen() {
  const { t } = useTranslation()
  const [{ box, kind, id }, go] = useAddress<{ box: BoxName; kind: string; id: string }>({ box: 'decide', kind: '', id: '' })
  const [chosen, choose] = useState<string[]>([])
  const [result, setResult] = useState<Result>()
  const pages = useBox(box, kind)
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const marked = rows.filter((row) => row.may.decide && chosen.includes(row.id))
  const done = (result: Result) => {
    choose([])
    setResult(result)
  }
  return (
    <div className="approvals stack">
      <PageHead title={t('approval.approvals')}>
        <Boxes box={box} onBox={(box) => go({ box })} />
        <KindFilter kind={kind} onKind={(kind) => go({ kind })} />
      </PageHead>
      <NewsPanel onOpen={(id) => go({ id })} />
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      <Panel title={t(`approval.${box}_box`)} stale={pages.isFetching && !pages.isPending && !pages.isFetchingNextPage}>
        {marked.length > 0 && <Several rows={marked} onDone={done} />}
        {result && <Left result={result} onClose={() => setResult(undefined)} />}
        {pages.isPending && <Waiting rows={6} />}
        {pages.data && rows.length === 0 && <Empty>{t(`approval.empty_${box}`)}</Empty>}
        <Rows rows={rows} chosen={chosen} onChoose={box === 'decide' ? choose : undefined} onOpen={(row: Row) => go({ id: row.id })} />
        {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('approval.more')}</Button>}
      </Panel>
      <ApprovalDrawer id={id} onGo={(id) => go({ id })} />
    </div>
  )
}

function Boxes({ box, onBox }: { box: BoxName; onBox: (box: BoxName) => void }) {
  const { t } = useTranslation()
  const decide = useWaiting().data?.decide
  const names: BoxName[] = ['decide', 'mine', 'decided']
  return (
    <Segmented<BoxName> value={box} onChange={onBox} aria-label={t('approval.approvals')}
      options={names.map((value) => ({ value, label: t(`approval.${value}_box`) + (value === 'decide' && decide ? ` ${decide}` : '') }))} />
  )
}

function KindFilter({ kind, onKind }: { kind: string; onKind: (kind: string) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const kinds = useKinds().data ?? []
  if (kinds.length < 2) return null
  return (
    <Select<string> value={kind} onChange={onKind} aria-label={t('approval.kind')} popupMatchSelectWidth={false}
      options={[{ value: '', label: t('approval.all_kinds') }, ...kinds.map((value) => ({ value, label: words.kind(value) }))]} />
  )
}

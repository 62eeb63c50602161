import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { ClashDialog } from './ClashDialog'
import { lasting } from './draft'
import type { RelationMap } from './map'
import { useSaid } from './said'
import { readMap, useSave, useSubject } from './server'
import type { Draft } from './useDraft'

/** SaveBar says what was changed and is not saved yet; one click saves all of it, another takes the last step back. */
export function SaveBar({ account, draft }: { account: string; draft: Draft }) {
  const { t } = useTranslation()
  const said = useSaid(draft.map)
  const save = useSave(account)
  const subject = useSubject()
  const [theirs, clash] = useState<RelationMap>()
  const stale = (save.error as Partial<Problem> | null)?.status === 412
  const send = () => save.mutate({ over: draft.base, changes: draft.changes }, {
    onSuccess: draft.drop,
    onError: async (error) => { if ((error as Partial<Problem>).status === 412) clash(await readMap(account, subject)) },
  })
  const last = lasting(draft.base, draft.changes).at(-1)
  return (
    <div className="map-bar" role="status">
      <span className="changes"><b>{t('relation.unsaved', { count: draft.count })}</b> <span className="second">{last && said(last)}</span></span>
      {!stale && <Fault error={save.error} />}
      <Button size="small" onClick={draft.undo}>{t('relation.undo')}</Button>
      <Popconfirm title={t('relation.drop_sure')} okText={t('relation.drop_all')} onConfirm={draft.drop}><Button size="small">{t('relation.drop_all')}</Button></Popconfirm>
      <Button size="small" type="primary" loading={save.isPending} onClick={send}>{t('relation.save', { count: draft.count })}</Button>
      {theirs && <ClashDialog draft={draft} theirs={theirs} onClose={() => clash(undefined)} />}
    </div>
  )
}

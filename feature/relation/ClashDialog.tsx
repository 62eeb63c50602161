import { Alert, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Change, changed, clashes, lasting, standing } from './draft'
import type { RelationMap } from './map'
import { useSaid, useStanding } from './said'
import type { Draft } from './useDraft'

/** ClashDialog puts what I changed beside what somebody saved meanwhile, and asks one by one; what only one of us changed stays. */
export function ClashDialog({ draft, theirs, onClose }: { draft: Draft; theirs: RelationMap; onClose: () => void }) {
  const { t } = useTranslation()
  const said = useSaid(draft.map)
  const show = useStanding(draft.map)
  const all = clashes(draft.base, theirs, draft.changes)
  const [given, give] = useState<ReadonlySet<Change>>(new Set())
  const mine = changed(draft.base, draft.changes)
  const settle = () => {
    draft.rebase(theirs, lasting(theirs, draft.changes).filter((change) => !given.has(change)))
    onClose()
  }
  return (
    <Modal open title={t('relation.clash')} width={680} okText={t('relation.clash_settle')} onOk={settle} onCancel={onClose}>
      <Alert type="warning" showIcon title={t(all.length ? 'relation.clash_choose' : 'relation.clash_none')} />
      {all.length > 0 && (
        <table className="map-clash">
          <thead><tr><td /><th scope="col">{t('relation.clash_mine')}</th><th scope="col">{t('relation.clash_theirs')}</th></tr></thead>
          <tbody>{all.map(({ change, theirs: value }) => (
            <tr key={JSON.stringify(change)}>
              <th scope="row">{said(change)}</th>
              <td><Radio checked={!given.has(change)} onChange={() => give(new Set([...given].filter((c) => c !== change)))}>{show(change, standing(mine, change))}</Radio></td>
              <td><Radio checked={given.has(change)} onChange={() => give(new Set([...given, change]))}>{show(change, value)}</Radio></td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </Modal>
  )
}

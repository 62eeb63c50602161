import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'

export interface Undoable {
  merge: string
  from: string
  into: string
}

/** UndoBar says what was merged and takes it back in one click. */
export function UndoBar({ done: { merge, from, into }, onClose }: { done: Undoable; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: async () => take(await api.POST('/api/account-merges/{id}/undo', { params: { path: { id: merge } } })),
    onSuccess: () => {
      onClose()
      return queries.invalidateQueries({ queryKey: ['duplicates'] })
    },
  })
  return (
    <div className="undo-bar" role="status">
      <span>{t('account.merged_done', { from, into })}</span>
      <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>{t('account.merge_undo')}</Button>
      <Fault error={undo.error} />
    </div>
  )
}

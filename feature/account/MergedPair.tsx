import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Side } from './pair'

/** MergedPair is the account that stayed, with what was taken into it and the way to take that back. */
export function MergedPair({ stays }: { stays: Side }) {
  const { t } = useTranslation()
  const { time } = useFigures()
  const queries = useQueryClient()
  const merges = useQuery({
    queryKey: ['merges', stays.id],
    queryFn: async () => take(await api.GET('/api/accounts/{id}/merges', { params: { path: { id: stays.id } } })),
  })
  const undo = useMutation({
    mutationFn: async (id: string) => take(await api.POST('/api/account-merges/{id}/undo', { params: { path: { id } } })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['merges'] }), queries.invalidateQueries({ queryKey: ['duplicates'] })]),
  })
  return (
    <Panel title={stays.name} subtitle={stays.code}>
      <Fault error={merges.error ?? undo.error} />
      <ul>{merges.data?.filter((merge) => !merge.undone_at).map((merge) => (
        <li key={merge.id} className="merge-line">
          <span>{t('account.merged_done', { from: merge.from_name, into: stays.name })}</span>
          <span className="third">{[merge.actor, time(new Date(merge.merged_at / 1000).toISOString())].join(' · ')}</span>
          <i className="grow" />
          <Button size="small" loading={undo.isPending && undo.variables === merge.id} onClick={() => undo.mutate(merge.id)}>{t('account.merge_undo')}</Button>
        </li>
      ))}</ul>
    </Panel>
  )
}

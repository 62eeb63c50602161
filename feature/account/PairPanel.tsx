import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { MergedPair } from './MergedPair'
import { better, type Pair, type Side } from './pair'
import { PairTable } from './PairTable'
import type { Undoable } from './UndoBar'

interface Props {
  pair: Pair
  onMerged: (done: Undoable) => void
}

/** PairPanel puts two accounts side by side and asks: one company or two. */
export function PairPanel({ pair, onMerged }: Props) {
  const { t } = useTranslation()
  const { share } = useFigures()
  const [one, other] = pair.accounts
  if (one && pair.state === 'merged') return <MergedPair stays={one} />
  if (!one || !other) return null // the other one is not ours to see
  const chips = (
    <>
      <PlainChip>{t(`account.pair_${pair.reason}`)}</PlainChip>
      <PlainChip outlined>{t('account.pair_similar', { share: share(pair.similarity / 1000, 0) })}</PlainChip>
    </>
  )
  return (
    <Panel title={one.name} subtitle={chips}>
      {pair.state === 'open' ? <Question pair={pair} sides={[one, other]} onMerged={onMerged} /> : <PairTable sides={[one, other]} stays={one} take={[]} />}
    </Panel>
  )
}

function Question({ pair, sides, onMerged }: Props & { sides: [Side, Side] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(better(sides).id)
  const [taken, setTaken] = useState<string[]>([])
  const [stays, goes] = sides[0].id === chosen ? sides : [sides[1], sides[0]]
  const settled = () => queries.invalidateQueries({ queryKey: ['duplicates'] })
  const merge = useMutation({
    mutationFn: async () => take(await api.POST('/api/account-merges', { body: { from: goes.id, into: stays.id, take: taken } })),
    onSuccess: ({ id }) => {
      onMerged({ merge: id, from: goes.name, into: stays.name })
      return settled()
    },
  })
  const apart = useMutation({
    mutationFn: async () => take(await api.POST('/api/account-duplicates/{id}/apart', { params: { path: { id: pair.id } } })),
    onSuccess: settled,
  })
  const keep = (side: Side) => {
    setChosen(side.id)
    setTaken([])
  }
  const choose = (field: string, side: Side) => setTaken((now) => (side === goes ? [...now, field] : now.filter((f) => f !== field)))
  return (
    <>
      <PairTable sides={sides} stays={stays} take={taken} onKeep={keep} onChoose={choose} />
      <Fault error={merge.error ?? apart.error} />
      <footer className="pair-foot">
        <p className="second">{t('account.merge_moves', { from: goes.code, into: stays.code })}</p>
        <Button loading={apart.isPending} onClick={() => apart.mutate()}>{t('account.keep_apart')}</Button>
        <Button type="primary" loading={merge.isPending} onClick={() => merge.mutate()}>{t('account.merge_into', { code: stays.code })}</Button>
      </footer>
    </>
  )
}

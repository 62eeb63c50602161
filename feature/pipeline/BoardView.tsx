import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { Waiting } from '../../ui/kit/Waiting'
import { ColumnView } from './ColumnView'
import { useDrag } from './drag'
import { lacking, way } from './move'
import { ReasonForm } from './ReasonForm'
import { type Board, type Card, useBoard, useMoveCard, type Which } from './server'

/** BoardView are the steps of a process side by side, with the deals that stand at them. */
export function BoardView({ which }: { which: Which }) {
  const { t } = useTranslation()
  const { data: board, error, refetch, isPlaceholderData } = useBoard(which)
  if (!board) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={10} />
  return (
    <>
      <Totals board={board} stale={isPlaceholderData} />
      {board.total.count === 0 ? <Empty action={<Link to="/opportunities">{t('pipeline.to_list')}</Link>}>{t('pipeline.none')}</Empty> : <Columns board={board} which={which} />}
    </>
  )
}

/** Told is what is said at a card: why it did not move, and where that can be helped. */
export interface Told {
  text: string
  fill?: boolean
}

function Columns({ board, which }: { board: Board; which: Which }) {
  const { t, i18n } = useTranslation()
  const [told, tell] = useState<Record<string, Told>>({})
  const [asked, ask] = useState<{ card: Card; to: string }>()
  const [said, say] = useState('')
  const named = (one: { zh: string; en: string }) => (i18n.language === 'en' ? one.en : one.zh)
  const move = useMoveCard(which, (card, { by, ended, ...step }) =>
    tell((all) => ({ ...all, [card.id]: { text: ended ? t('pipeline.beaten_ended') : t(by ? 'pipeline.beaten' : 'pipeline.beaten_else', { by, step: named(step) }) } })))
  const name = (key: string) => named(board.columns.find((c) => c.key === key) ?? { zh: key, en: key })
  const send = (card: Card, to: string, reason?: string) =>
    move.mutate({ card, to, reason }, {
      onSuccess: () => say(t('pipeline.moved', { name: card.name, step: name(to) })),
      onError: (fault) => fault.status !== 412 && tell((all) => ({ ...all, [card.id]: { text: fault.detail || fault.title } })),
    })
  const drop = (card: Card, to: string) => {
    const how = way(board, card, to)
    if (how === 'stay' || move.isPending) return
    const lacks = lacking(board, card, to)
    tell(({ [card.id]: _, ...rest }) => (lacks.length > 0 ? { ...rest, [card.id]: { text: t('pipeline.missing', { names: lacks.map(named).join('、') }), fill: true } } : rest))
    if (lacks.length > 0) return
    if (how === 'next') send(card, to)
    else ask({ card, to })
  }
  const { dragged, grip } = useDrag(drop)
  return (
    <>
      <p className="third pipeline-how">{t(board.timed ? 'pipeline.timed' : 'pipeline.how')}</p>
      <div className="pipeline-columns" role="group" aria-label={t('pipeline.board')} tabIndex={0}>
        {board.columns.map((c) => <ColumnView key={c.key} column={c} board={board} which={which} dragged={dragged} told={told} moving={move.isPending ? move.variables?.card.id : undefined}
          grip={grip} onMove={drop} onRead={(id) => tell(({ [id]: _, ...rest }) => rest)} />)}
      </div>
      <p className="unseen" role="status">{said}</p>
      {asked && <ReasonForm way={way(board, asked.card, asked.to)} step={name(asked.to)} name={asked.card.name} onDone={(reason) => { if (reason) send(asked.card, asked.to, reason); ask(undefined) }} />}
    </>
  )
}

function Totals({ board: { total, currency }, stale }: { board: Board; stale: boolean }) {
  const { t } = useTranslation()
  const { count, sum, unit } = useFigures(currency)
  return (
    <KeyFigures stale={stale} figures={[
      { title: t('pipeline.count'), value: count(total.count), note: total.unknown > 0 && t('pipeline.unknown', { count: total.unknown }) },
      { title: `${t('pipeline.amount')} ${unit}`, value: sum(total.amount_minor) },
      { title: `${t('pipeline.weighted')} ${unit}`, value: sum(total.weighted_minor), note: t('pipeline.weighted_say') },
    ]} />
  )
}

import { Button } from 'antd'
import type { HTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Told } from './BoardView'
import { DealCard } from './DealCard'
import type { Dragged } from './drag'
import { type Board, type Card, type Column, useMore, type Which } from './server'

interface Props {
  column: Column
  board: Board
  which: Which
  dragged?: Dragged
  moving?: string
  told: Record<string, Told>
  grip: (card: Card) => HTMLAttributes<HTMLElement>
  onMove: (card: Card, to: string) => void
  onRead: (id: string) => void
}

/** ColumnView is a step with its sums and the deals that stand at it. */
export function ColumnView({ column: c, board, which, dragged, moving, told, grip, onMove, onRead }: Props) {
  const { t, i18n } = useTranslation()
  const { sum, unit } = useFigures(board.currency)
  const more = useMore(which, c)
  const name = i18n.language === 'en' ? c.en : c.zh
  const over = dragged?.over === c.key && dragged.card.stage !== c.key
  const left = c.count - c.cards.length
  return (
    <section className={over ? 'pipeline-column over' : 'pipeline-column'} data-step={c.known ? c.key : undefined} aria-label={t('pipeline.column', { step: name, count: c.count })}>
      <header>
        <h2>{name} <small className="third">{c.count}</small></h2>
        <p>{sum(c.amount_minor)} <small className="third">{unit}</small></p>
        <p className="third">{c.known ? `${t('pipeline.weighted')} ${sum(c.weighted_minor)} · ${c.percent}%` : t('pipeline.gone_step')}</p>
      </header>
      {c.cards.length === 0 && <p className="third pipeline-empty">{t('pipeline.empty_column')}</p>}
      <ul>
        {c.cards.map((card) => (
          <DealCard key={card.id} card={card} board={board} dragged={dragged?.card.id === card.id ? dragged : undefined} told={told[card.id]} moving={moving === card.id} grip={grip(card)}
            onMove={(to) => onMove(card, to)} onRead={() => onRead(card.id)} />
        ))}
      </ul>
      {left > 0 && <Button block size="small" loading={more.isPending} onClick={() => more.mutate()}>{t('pipeline.more', { count: left })}</Button>}
    </section>
  )
}

import { SwapOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { HTMLAttributes, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import type { Told } from './BoardView'
import type { Dragged } from './drag'
import { aside } from './move'
import type { Board, Card } from './server'

interface Props {
  card: Card
  board: Board
  dragged?: Dragged
  moving: boolean
  told?: Told
  grip: HTMLAttributes<HTMLElement>
  onMove: (to: string) => void
  onRead: () => void
}

/** DealCard is a deal on the board; it is dragged by a pointer, moved by Alt and an arrow, or by its menu. */
export function DealCard({ card, board, dragged, moving, told, grip, onMove, onRead }: Props) {
  const { t } = useTranslation()
  const { sum, day, unit } = useFigures(board.currency)
  const movable = card.may && !board.timed
  const press = (e: KeyboardEvent) => {
    const to = e.altKey && (e.key === 'ArrowRight' || e.key === 'ArrowLeft') ? aside(board, card, e.key === 'ArrowRight' ? 1 : -1) : undefined
    if (!to) return
    e.preventDefault()
    onMove(to.key)
  }
  return (
    <li className={['pipeline-card', movable && 'movable', dragged && 'dragged', moving && 'moving'].filter(Boolean).join(' ')} style={dragged && { transform: `translate(${dragged.x}px, ${dragged.y}px)` }}
      data-deal={card.code} onKeyDown={movable ? press : undefined} aria-busy={moving} {...(movable ? grip : {})}>
      <p className="pipeline-name">
        <Link to="/opportunities/$opportunity" params={{ opportunity: card.id } as never} draggable={false}>{card.name}</Link>
        {movable && <Steps board={board} card={card} onMove={onMove} />}
      </p>
      <p className="third pipeline-cut">{card.customer || t('pipeline.no_account')} · {card.owner_name}</p>
      <p><b>{sum(card.amount_minor)}</b> <small className="third">{unit}</small></p>
      <p className="pipeline-days">
        <span className={card.passed ? 'pipeline-late' : undefined}>{card.expected ? day(card.expected) : t('pipeline.no_day')}</span>
        {card.slips > 0 && <small className="third" title={day(card.first_expected)}>{t('pipeline.slipped', { count: card.slips })}</small>}
        <i />
        {card.stuck ? <StateChip state="ask">{t('pipeline.day_of', { day: card.days + 1, most: card.dwell })}</StateChip>
          : <small className="third">{t(card.dwell > 0 ? 'pipeline.day_of' : 'pipeline.day_n', { day: card.days + 1, most: card.dwell })}</small>}
      </p>
      {told && <Saying told={told} id={card.id} onRead={onRead} />}
    </li>
  )
}

function Steps({ board, card, onMove }: { board: Board; card: Card; onMove: (to: string) => void }) {
  const { t, i18n } = useTranslation()
  const items = board.columns.filter((c) => c.known && c.key !== card.stage).map((c) => ({ key: c.key, label: t('pipeline.move_to', { step: i18n.language === 'en' ? c.en : c.zh }) }))
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onMove(key) }}>
      <Button size="small" type="text" icon={<SwapOutlined />} title={t('pipeline.move')} aria-label={`${t('pipeline.move')} ${card.name}`} />
    </Dropdown>
  )
}

function Saying({ told, id, onRead }: { told: Told; id: string; onRead: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="pipeline-told" role="alert">
      {told.text}
      <span>
        {told.fill && <Link to="/opportunities/$opportunity" params={{ opportunity: id } as never}>{t('pipeline.fill')}</Link>}
        <Button size="small" type="link" onClick={onRead}>{t('pipeline.dismiss')}</Button>
      </span>
    </div>
  )
}

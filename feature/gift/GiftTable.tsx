import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { type Row, useDrop } from './server'

const look = { given: 'ok', waiting: 'ask', refused: 'blocked' } as const

/** GiftTable lists gifts, the latest first. */
export function GiftTable({ rows, named }: { rows: Row[]; named?: boolean }) {
  const { t } = useTranslation()
  const { exact } = useFigures()
  const drop = useDrop()
  return (
    <div className="gift-scroll" tabIndex={0} role="group" aria-label={t('gift.gifts')}>
      <Fault error={drop.error} />
      <table className="gift-rows">
        <thead><tr>{named && <th scope="col">{t('gift.name')}</th>}<th scope="col">{t('gift.item')}</th><th scope="col">{t('gift.whom')}</th><th scope="col" className="number">{t('gift.value')}</th><th scope="col">{t('gift.on')}</th><th scope="col">{t('gift.state')}</th><th /></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              {named && <td className="cut"><Link to="/accounts/$id" params={{ id: r.account } as never} title={r.name}>{r.name}</Link></td>}
              <td className="gift-item">{r.item}<small className="third">{t(`gift.occasion_${r.occasion}`)} · {r.ours}</small>{r.reason && <small className="third">{r.reason}</small>}</td>
              <td className="gift-whom">{r.whom} {r.personal && <PlainChip outlined>{t('gift.personal')}</PlainChip>}</td>
              <td className="number gift-value">{exact(r.value)}</td>
              <td className="gift-on">{r.on}</td>
              <td><StateChip state={look[r.state]}>{t(`gift.state_${r.state}`)}</StateChip></td>
              <td>{r.may && (
                <Popconfirm title={t('gift.drop_sure')} okText={t('gift.drop')} cancelText={t('gift.cancel')} onConfirm={() => drop.mutate(r)}>
                  <Button size="small" type="link" aria-label={`${t('gift.drop')} ${r.item}`}>{t('gift.drop')}</Button>
                </Popconfirm>
              )}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

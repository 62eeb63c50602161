import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { SayForm } from './SayForm'
import { type Sheet, useReverse } from './server'

/** BookingPanel is what was paid; a mistake is taken back by another row. */
export function BookingPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact, time } = useFigures()
  const { name } = usePeople()
  const [booking, take] = useState<string>()
  const reverse = useReverse(sheet)
  const back = new Set(sheet.bookings.map((b) => b.reverses))
  return (
    <Panel title={t('fee.bookings')} subtitle={t('fee.bookings_say')}>
      {sheet.bookings.length === 0 ? <Empty>{t('fee.no_bookings')}</Empty> : (
        <div className="fee-scroll" tabIndex={0} role="group" aria-label={t('fee.bookings')}>
          <table className="fee-rows">
            <thead><tr><th scope="col">{t('fee.number')}</th><th scope="col">{t('fee.on')}</th><th scope="col" className="number">{t('fee.original')}</th><th /></tr></thead>
            <tbody>
              {sheet.bookings.map((b) => (
                <tr key={b.id}>
                  <td>{b.number}<small>{b.reverses ? `${t('fee.reverses')} · ` : ''}{b.note}</small></td>
                  <td>{b.on}<small>{time(b.at)} {name(b.by)}</small></td>
                  <td className="number">{exact(b.original)}<small>{b.currency}</small></td>
                  <td>{sheet.may.includes('reverse') && !b.reverses && !back.has(b.id) && <Button size="small" type="link" onClick={() => take(b.id)}>{t('fee.reverse')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {booking && <SayForm title={t('fee.reverse')} label={t('fee.reason')} error={reverse.error} busy={reverse.isPending} onCancel={() => take(undefined)}
        onSay={(reason) => reverse.mutate({ booking, reason }, { onSuccess: () => take(undefined) })} />}
    </Panel>
  )
}

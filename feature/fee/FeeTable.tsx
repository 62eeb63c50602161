import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { looks, type Register, type Row, useTypeName } from './server'

/** FeeTable lists requests for fees, the latest first. */
export function FeeTable({ rows, types, named }: { rows: Row[]; types: Register['types']; named?: boolean }) {
  const { t } = useTranslation()
  const { exact } = useFigures()
  const name = useTypeName(types)
  return (
    <div className="fee-scroll" tabIndex={0} role="group" aria-label={t('fee.fees')}>
      <table className="fee-rows">
        <thead><tr><th scope="col">{t('fee.title')}</th>{named && <th scope="col">{t('fee.account')}</th>}<th scope="col" className="wide-only">{t('fee.days')}</th><th scope="col" className="number">{t('fee.amount')}</th><th scope="col" className="number wide-only">{t('fee.paid')}</th><th scope="col">{t('fee.state')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td><Link to={`/money/fees/${r.id}` as never}>{r.name}</Link><small>{name(r.type)} · {r.ours}</small></td>
              {named && <td><Link to="/accounts/$id" params={{ id: r.account } as never}>{r.whom}</Link></td>}
              <td className="wide-only">{r.from}<small>{r.until}</small></td>
              <td className="number">{exact(r.amount)}{r.agreed > 0 && r.agreed !== r.amount && <small>{t('fee.agreed')} {exact(r.agreed)}</small>}</td>
              <td className="number wide-only">{exact(r.paid)}</td>
              <td><StateChip state={looks[r.state]}>{t(`fee.state_${r.state}`)}</StateChip></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

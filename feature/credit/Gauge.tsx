import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Sheet } from './server'

/** Gauge draws what an account owes and will owe against what it may. */
export function Gauge({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact, share } = useFigures(sheet.currency)
  const { own, used, late } = sheet
  const whole = own.limit + own.temporary
  const end = Math.max(whole, used, 1)
  const width = (part: number) => `${(100 * Math.max(0, part)) / end}%`
  const { receivable, shipped, bills, orders } = own.exposure
  const pieces = [['not_due', receivable - late], ['late', late], ['shipped', shipped], ['bills', bills], ['ordered', orders]] as const
  const left = whole - used
  return (
    <>
      <p className="credit-line">
        <span>{t('credit.used')} <b className="credit-share">{share(whole > 0 ? used / whole : null, 0)}</b> {t('credit.of_limit', { used: exact(used), whole: exact(whole) })}</span>
        <span className={left < 0 ? 'credit-over' : 'third'}>{t(left < 0 ? 'credit.beyond' : 'credit.left', { left: exact(Math.abs(left)) })}</span>
        {own.temporary > 0 && <span className="third">{t('credit.temporary_until', { amount: exact(own.temporary), until: sheet.until })}</span>}
      </p>
      <div className="credit-gauge" role="img" aria-label={t('credit.of_limit', { used: exact(used), whole: exact(whole) })}>
        {pieces.map(([name, part]) => part > 0 && <i key={name} className={`credit-${name}`} style={{ width: width(part) }} />)}
        <span className="credit-mark" style={{ left: width(own.limit) }} />
        {own.temporary > 0 && <span className="credit-mark credit-top" style={{ left: width(whole) }} />}
      </div>
      <ul className="credit-key">
        {pieces.map(([name, part]) => (part !== 0 || name === 'not_due') && <li key={name}><i className={`credit-${name}`} />{t(`credit.${name}`)} <b>{exact(part)}</b></li>)}
      </ul>
    </>
  )
}

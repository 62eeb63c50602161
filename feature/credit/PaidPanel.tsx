import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Sheet } from './server'

/** PaidPanel shows month by month how late an account has paid. */
export function PaidPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { decimal, count } = useFigures()
  const most = Math.max(1, ...sheet.paid.map((p) => p.days ?? 0))
  const claims = sheet.paid.reduce((n, p) => n + p.claims, 0)
  const grade = sheet.grade
  return (
    <Panel title={t('credit.paid_title')} subtitle={t('credit.paid_says')} sheet={() => ({ columns: [t('credit.month'), t('credit.days_late'), t('credit.claims')], rows: sheet.paid.map((p) => [p.month.slice(0, 7), p.days, p.claims]) })}>
      {claims === 0 ? <p className="third">{t('credit.paid_none')}</p> : (
        <ol className="credit-bars" aria-label={t('credit.paid_title')}>
          {sheet.paid.map((p) => (
            <li key={p.month} title={t('credit.paid_claims', { n: p.claims })}>
              <span>{p.days === null ? '' : decimal(p.days, 0)}</span><i style={{ height: `${(64 * (p.days ?? 0)) / most}px` }} /><small>{p.month.slice(5, 7)}</small>
            </li>
          ))}
        </ol>
      )}
      {grade?.payment != null && grade.days_late != null && <p><b>{t('credit.paid_index', { per: 2, days: decimal(Number(grade.days_late)), index: decimal(Number(grade.payment)) })}</b> <span className="third">{t('credit.paid_claims', { n: count(grade.claims) })}</span></p>}
    </Panel>
  )
}

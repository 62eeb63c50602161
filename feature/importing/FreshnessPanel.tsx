import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useImports } from './server'
import { latest } from './wizard'

/** FreshnessPanel shows for each kind of data how old it is, and how much of the last file was good. */
export function FreshnessPanel() {
  const { t } = useTranslation()
  const { count, share } = useFigures()
  const imports = useImports()
  const rows = latest(imports.data ?? [])
  if (rows.length === 0) return null
  return (
    <Panel title={t('importing.quality')} subtitle={t('importing.quality_of')}>
      {rows.map(({ kind, valid, rejected, days }) => (
        <div key={kind} className="measure">
          <span>{t(`importing.kind_${kind}`)}</span>
          <span className="share" aria-hidden="true"><i style={{ width: share(valid).replace(/,/g, '') }} /></span>
          <b>{share(valid)}</b>
          <small>{[days === 0 ? t('importing.age_today') : t('importing.age_days', { days: count(days) }), rejected > 0 && t('importing.age_rejected', { n: count(rejected) })].filter(Boolean).join(' · ')}</small>
        </div>
      ))}
    </Panel>
  )
}

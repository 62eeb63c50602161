import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Unit, useUnit } from '../figures'

/** UnitSwitch changes the unit of all sums: 元 or 万元, CNY or millions. */
export function UnitSwitch() {
  const { t } = useTranslation()
  const [unit, setUnit] = useUnit()
  return (
    <Segmented<Unit> aria-label={t('ui.unit')} value={unit} onChange={setUnit}
      options={[{ label: t('ui.unit_plain'), value: 'plain' }, { label: t('ui.unit_large'), value: 'large' }]} />
  )
}

import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Day } from '../../ui/kit/Day'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { useMay } from '../../ui/me'
import { useChoices } from './ask'

/** Choices are what all panels of the screen are asked with: measure, returns, window, day, unit. */
export function Choices({ asOf }: { asOf?: string }) {
  const { t } = useTranslation()
  const [{ measure, returns, window, as_of }, set] = useChoices()
  const windows = ['3', '6', '12', '24', '36'].map((value) => ({ value, label: t('portfolio.last_months', { months: value }) }))
  return (
    <div className="choices">
      {useMay()('margin:read') && <Segmented aria-label={t('portfolio.measure')} value={measure} onChange={(measure) => set({ measure })}
        options={[{ label: t('portfolio.sales'), value: 'sales' }, { label: t('portfolio.gross'), value: 'gross' }]} />}
      <Select aria-label={t('portfolio.returns')} value={returns} onChange={(returns) => set({ returns })} popupMatchSelectWidth={false}
        options={[{ label: t('portfolio.returns_net'), value: 'net' }, { label: t('portfolio.returns_ignore'), value: 'ignore' }]} />
      <Select aria-label={t('portfolio.window')} value={window} onChange={(window) => set({ window })} popupMatchSelectWidth={false}
        options={[...windows, { value: 'all', label: t('portfolio.all_time') }]} />
      <Day label={t('portfolio.as_of')} value={as_of || asOf || ''} onChange={(as_of) => set({ as_of })} />
      <UnitSwitch />
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { Divider, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Segment, useSegments } from './server'

interface Props {
  segment: string
  band: string
  onChange: (change: { segment: string; band: string }) => void
}

/** Narrow shows the accounts of a segment only, or of one of its bands. */
export default function Narrow({ segment, band, onChange }: Props) {
  const { t } = useTranslation()
  const { data = [] } = useSegments()
  const choose = (value = '') => {
    const [id = '', at = ''] = value.split('.')
    onChange({ segment: id, band: at })
  }
  return (
    <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('segment.pick')} placeholder={t('segment.pick')} popupMatchSelectWidth={false} className="narrow filter-select"
      value={segment ? segment + (band && `.${band}`) : undefined} options={data.flatMap(options)} onChange={choose}
      popupRender={(menu) => <>{menu}<Divider style={{ margin: '4px 0' }} /><Link to="/portfolio/segments" style={{ display: 'block', padding: '4px 12px' }}>{t('segment.manage')}</Link></>} />
  )
}

const options = (s: Segment) => [
  { value: s.id, label: s.name },
  ...s.bands.map((name, i) => ({ value: `${s.id}.${i + 1}`, label: `${s.name} · ${name}` })),
]

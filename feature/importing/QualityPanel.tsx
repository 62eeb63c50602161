import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useQuality } from './server'

const shares = ['valid', 'unique', 'complete', 'fresh'] as const

/** QualityPanel judges the latest data of every source: the score is the product of four shares. */
export function QualityPanel() {
  const { t } = useTranslation()
  const { share, time } = useFigures()
  const found = useQuality()
  if (!found.data?.length) return null
  const figure = (value: number | undefined) => (value === undefined ? missing : share(value))
  return (
    <Panel title={t('importing.quality')} subtitle={t('importing.quality_of')}>
      <div className="quality" tabIndex={0} role="region" aria-label={t('importing.quality')}>
        <table>
          <thead>
            <tr><th scope="col">{t('importing.source')}</th>{shares.map((name) => <th key={name} scope="col" title={t(`importing.quality_${name}_why`)}>{t(`importing.quality_${name}`)}</th>)}<th scope="col">{t('importing.quality_score')}</th></tr>
          </thead>
          <tbody>{found.data.map((one) => (
            <tr key={`${one.kind} ${one.source}`}>
              <th scope="row">{t(`importing.kind_${one.kind}`)}<small title={time(new Date(one.published_at / 1000).toISOString())}>{one.source}</small></th>
              {shares.map((name) => <td key={name}>{figure(one[name])}</td>)}
              <td><b>{figure(one.score)}</b></td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </Panel>
  )
}

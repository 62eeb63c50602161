import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePairs } from './server'

/** PairsPanel lists the products that stand in the same orders far more often than by chance. */
export function PairsPanel() {
  const { t } = useTranslation()
  const figures = useFigures()
  const { data, error, refetch } = usePairs()
  const sheet = () => ({
    columns: [t('latent.product_name'), t('latent.with'), t('latent.support'), t('latent.lift')],
    rows: (data?.rows ?? []).map((p) => [p.first_name, p.second_name, p.support, p.lift]),
  })
  return (
    <Panel title={t('latent.pairs')} subtitle={t('latent.pairs_say')} sheet={sheet}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={4} /> : data.rows.length === 0 ? <Empty>{t('latent.pairs_none')}</Empty> : (
        <div className="sheet" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('latent.product_name')}</th><th scope="col">{t('latent.with')}</th><th scope="col" className="number">{t('latent.support')}</th><th scope="col" className="number">{t('latent.lift')}</th></tr></thead>
            <tbody>
              {data.rows.map((p) => (
                <tr key={`${p.first} ${p.second}`}><td>{p.first_name}</td><td>{p.second_name}</td><td className="number">{figures.share(p.support)}</td><td className="number">{figures.decimal(p.lift, 2)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

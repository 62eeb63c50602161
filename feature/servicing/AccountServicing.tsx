import './servicing.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { Rate } from './Rate'
import { named, type Quarter, useSheet } from './server'
import { TypeChip } from './TypeChip'

/** AccountServicing sets how well an account was served against what it took, quarter by quarter. */
export default function AccountServicing({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useSheet(account)
  const figures = useFigures(data?.currency)
  const [asked, ask] = useState<Quarter>()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  const compared = data?.compared
  const sheet = () => ({
    columns: [t('servicing.quarter'), t('servicing.index'), t('servicing.where'), t('servicing.evidence'), t('servicing.cost'), t('servicing.gross')],
    rows: (data?.quarters ?? []).map((q) => [named(q.quarter), q.version ? q.value : '', q.version ? t(`servicing.source_${q.source}`) : '', q.evidence, q.cost === null ? '' : q.cost / 100, q.gross === null ? '' : q.gross / 100]),
  })
  return (
    <Panel className="servicing-panel" title={t('servicing.panel')} subtitle={figures.unit} sheet={data && sheet}>
      {!data ? <Waiting rows={4} /> : (
        <>
          {compared && <p><Why label={t('servicing.panel')} chip={<TypeChip type={compared.type} />}>{() => <Reasoned why={compared.why} stand={t('servicing.name')} currency={data.currency} />}</Why></p>}
          <div className="sheet" tabIndex={0}>
            <table>
              <thead><tr><th scope="col">{t('servicing.quarter')}</th><th scope="col" className="number">{t('servicing.index')}</th><th scope="col" className="number">{t('servicing.cost')}</th><th scope="col" className="number">{t('servicing.gross')}</th></tr></thead>
              <tbody>
                {data.quarters.map((q) => (
                  <tr key={q.quarter}>
                    <td>{named(q.quarter)}</td>
                    <td className="number" title={q.version ? `${t('servicing.by_line', { on: q.on, by: q.by, source: t(`servicing.source_${q.source}`) })} · ${q.evidence}` : undefined}>
                      {data.may ? <button type="button" className="link" aria-label={`${t('servicing.rate')} ${named(q.quarter)} ${q.version ? q.value : ''}`} onClick={() => ask(q)}>{q.version ? q.value : t('servicing.rate')}</button> : q.version ? q.value : missing}
                    </td>
                    <td className="number">{figures.sum(q.cost)}</td>
                    <td className="number">{figures.sum(q.gross)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {asked && <Rate key={asked.quarter + asked.version} account={account} quarter={asked} onClose={() => ask(undefined)} />}
    </Panel>
  )
}

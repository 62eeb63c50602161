import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Rated, useMatch, useSaid } from './server'
import { useName } from './words'

/** WordsPanel matches what accounts call their industry with the dictionary. */
export function WordsPanel({ industries }: { industries: Rated[] }) {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures()
  const name = useName()
  const { data, error, refetch } = useSaid()
  const match = useMatch()
  const named = (id?: string) => industries.filter((r) => r.id === id).map(name)[0] ?? t('industry.unclassified')
  const sheet = () => ({ columns: [t('industry.word'), t('industry.accounts'), t('industry.industry')], rows: (data?.words ?? []).map((w) => [w.word, w.accounts, named(w.industry)]) })
  return (
    <Panel title={t('industry.words')} subtitle={t('industry.words_say')} sheet={data && sheet}
      note={data && (data.unclassified > 0 || data.scope === 'own') && <>{data.unclassified > 0 && t('industry.unclassified_count', { count: figures.count(data.unclassified) })} {data.scope === 'own' && t('industry.scope_own')}</>}>
      <Fault error={error ?? match.error} onRetry={error ? () => void refetch() : undefined} />
      {!data ? !error && <Waiting rows={4} /> : data.words.length === 0 ? <Empty>{t('industry.no_accounts')}</Empty> : (
        <ul className="notes industry-words">
          {data.words.map((w) => (
            <li key={w.word}>
              <span>{w.word || t('industry.unsaid')}<small>{t('industry.accounts_count', { count: figures.count(w.accounts) })}</small></span>
              {may('industry:write') && w.word
                ? <Select size="small" allowClear={w.matched} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} aria-label={t('industry.match', { word: w.word })} placeholder={t('industry.unclassified')} className="industry-match"
                    value={w.industry} options={industries.map((r) => ({ value: r.id, label: name(r) }))} onChange={(industry) => match.mutate({ word: w.word, industry: industry ?? undefined })} />
                : <span className={w.industry ? undefined : 'third'}>{named(w.industry)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

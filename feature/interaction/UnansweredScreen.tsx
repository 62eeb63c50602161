import './interaction.css'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Entries } from './Entries'
import { PacePanel } from './PacePanel'
import { useUnanswered, type Whose } from './server'

/** UnansweredScreen is which customers wait for an answer, and how fast others got theirs. */
export default function UnansweredScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { count, decimal } = useFigures()
  const [{ whose }, set] = useAddress<{ whose: '' | Whose }>({ whose: '' })
  const { data, error, refetch, isPlaceholderData } = useUnanswered(whose || undefined)
  return (
    <div className="stack">
      <PageHead title={t('interaction.unanswered')} note={data && t('interaction.unanswered_count', { count: count(data.count), late: count(data.late) })}>
        <Select value={whose} onChange={(whose) => set({ whose })} aria-label={t('interaction.whose')} popupMatchSelectWidth={false} options={(['', 'mine', 'line'] as const).map((value) => ({ value, label: t(`interaction.whose_${value || 'all'}`) }))} />
        <Lists of={t('interaction.panel')} parts={[{
          title: t('interaction.panel'),
          out: may('interaction:export') ? ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `/api/interactions/export?format=${format}` })) : [],
          into: may('interaction:write') && may('import:write') ? { address: '/api/interactions/import', accept: '.xlsx,.csv' } : undefined,
        }]} />
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      <Panel title={t('interaction.unanswered')} subtitle={data && t('interaction.unanswered_says', { target: decimal(data.target, 0) })} stale={isPlaceholderData}>
        {!data ? !error && <Waiting rows={5} /> : data.rows.length === 0 ? <Empty>{t('interaction.none_waiting')}</Empty> : <Entries rows={data.rows} named />}
      </Panel>
      <PacePanel />
    </div>
  )
}

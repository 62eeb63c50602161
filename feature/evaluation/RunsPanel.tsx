import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { type Run, useRuns } from './server'

const columns = ['accounts', 'entered', 'proposed', 'standing', 'retracted', 'waiting', 'held', 'changed', 'expired'] as const

/** RunsPanel lists the evaluations and what each has found. */
export function RunsPanel() {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const { data: runs, error, refetch } = useRuns()
  const by = (run: Run) => (run.by ? name(run.by) : t('evaluation.by_schedule'))
  const sheet = () => ({ columns: [t('evaluation.as_of'), t('evaluation.by'), ...columns.map((c) => t(`evaluation.run_${c}`))], rows: (runs ?? []).map((run) => [run.as_of, by(run), ...columns.map((c) => run[c])]) })
  return (
    <Panel title={t('evaluation.runs')} subtitle={t('evaluation.runs_says')} sheet={sheet}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!runs && !error && <Waiting rows={6} />}
      {runs?.length === 0 && <Empty>{t('evaluation.no_runs')}</Empty>}
      {!!runs?.length && (
        <div className="evaluation-scroll" tabIndex={0}>
          <table className="cells">
            <thead><tr><th scope="col">{t('evaluation.as_of')}</th><th scope="col">{t('evaluation.by')}</th>{columns.map((c) => <th key={c} scope="col" className="number">{t(`evaluation.run_${c}`)}</th>)}</tr></thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td>{run.as_of}{run.initial && <small>{t('evaluation.initial')}</small>}</td>
                  <td>{by(run)}<small>{figures.time(new Date(run.at / 1000).toISOString())}</small></td>
                  {columns.map((c) => <td key={c} className="number">{figures.count(run[c])}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

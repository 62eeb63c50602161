import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useRun, useRuns, useUndo } from './server'

/** RunsList is what the rules have done, and takes a run back. */
export function RunsList() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { data = [] } = useRuns()
  const run = useRun()
  const undo = useUndo()
  return (
    <section className="pool-runs" aria-label={t('pool.runs')}>
      <header><h3>{t('pool.runs')}</h3><i className="grow" /><Button size="small" loading={run.isPending} onClick={() => run.mutate(undefined, { onSuccess: () => void message.info(t('pool.run_done')) })}>{t('pool.run')}</Button></header>
      <Fault error={run.error ?? undo.error} />
      <ul>
        {data.map((r) => (
          <li key={r.id}>
            <span>{t('pool.run_line', { on: r.on, fell: r.fell, warned: r.warned })}{r.kept > 0 && <span className="third"> · {t('pool.run_kept', { count: r.kept })}</span>}</span>
            <i className="grow" />
            {r.undone_at ? <span className="third">{t('pool.run_undone', { count: r.undone })}</span>
              : r.fell > 0 && <Button size="small" loading={undo.isPending && undo.variables === r.id} aria-label={`${t('pool.undo')} ${r.on}`} onClick={() => undo.mutate(r.id, { onSuccess: ({ back, left }) => void message.success(t('pool.undo_done', { back, left })) })}>{t('pool.undo')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}

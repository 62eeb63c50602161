import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useRate } from './rate'
import type { Funnel } from './server'

/** StepsPanel is how deals of the last years went on from each step, and how long they stayed. */
export function StepsPanel({ funnel: f, stale }: { funnel: Funnel; stale: boolean }) {
  const { t, i18n } = useTranslation()
  const { count, decimal } = useFigures(f.currency)
  const rate = useRate()
  const name = (s: Funnel['steps'][number]) => (i18n.language === 'en' ? s.en : s.zh)
  const sheet = () => ({
    columns: [t('pipeline.step'), t('pipeline.percent'), t('pipeline.now'), t('pipeline.stuck'), t('pipeline.rate'), t('pipeline.stays'), t('pipeline.median'), t('pipeline.limit')],
    rows: f.steps.map((s) => [name(s), s.percent, s.now, s.stuck, rate(s.went), s.stays, s.median ?? null, s.dwell]),
  })
  return (
    <Panel title={t('pipeline.steps')} subtitle={t('pipeline.steps_say', { months: f.months })} sheet={sheet} stale={stale}>
      <div className="sheet pipeline-rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('pipeline.step')}</th>
              <th scope="col" className="number wide">{t('pipeline.percent')}</th>
              <th scope="col" className="number">{t('pipeline.now')}</th>
              <th scope="col" className="number">{t('pipeline.stuck')}</th>
              <th scope="col">{t('pipeline.rate')}</th>
              <th scope="col" className="number wide">{t('pipeline.stays')}</th>
              <th scope="col" className="number">{t('pipeline.median')}</th>
              <th scope="col" className="number wide">{t('pipeline.limit')}</th>
            </tr>
          </thead>
          <tbody>
            {f.steps.map((s) => (
              <tr key={`${s.process} ${s.stage}`}>
                <td>{name(s)}</td>
                <td className="number wide">{s.percent}%</td>
                <td className="number">{count(s.now)}</td>
                <td className={s.stuck > 0 ? 'number pipeline-late' : 'number'}>{count(s.stuck)}</td>
                <td className={s.went.mean == null ? 'third' : undefined}>{rate(s.went)}</td>
                <td className="number wide">{count(s.stays)}</td>
                <td className={s.median != null && s.dwell > 0 && s.median > s.dwell ? 'number pipeline-late' : 'number'}>{decimal(s.median, 0)}</td>
                <td className="number wide">{s.dwell || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { BackTest, Detail, Test } from './wire'

interface Line {
  name: string
  /** what is divided by what */
  says: string
  now: number | null
  draft: number | null
  write: (n: number | null) => string
  differ: (n: number) => string
  pair?: (t: Test) => string
}

/** BackTestPanel asks how what is in force and the draft would have done, standing in the past. */
export function BackTestPanel({ method, test: { now, draft }, day, stale }: { method: Detail; test: BackTest; day: ReactNode; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const lines = useLines(now, draft, figures)
  const versions = [t('method.v', { version: method.version }), t('method.v', { version: method.base + 1 })] as const
  const refused = now.refused || draft.refused
  if (refused) return <Panel title={t('method.back_test')} extra={day} stale={stale}><Empty>{t(refused)}</Empty></Panel>
  const sheet = () => ({ columns: [t('method.measure'), ...versions], rows: lines.map((l) => [l.name, l.now, l.draft]) })
  return (
    <Panel title={t('method.back_test')} subtitle={t('method.known_then')} extra={day} sheet={sheet} stale={stale}>
      <table className="back-test">
        <thead><tr><th scope="col">{t('method.who_grew')}</th><th scope="col" className="number">{versions[0]}</th><th scope="col" className="number">{versions[1]}</th><th scope="col" className="number">{t('method.difference')}</th></tr></thead>
        <tbody>
          {lines.map((l) => (
            <tr key={l.name}>
              <th scope="row">{l.name}<small>{l.says}</small></th>
              <td className="number">{l.write(l.now)}{l.pair && <small>{l.pair(now)}</small>}</td>
              <td className="number"><b>{l.write(l.draft)}</b>{l.pair && <small>{l.pair(draft)}</small>}</td>
              <td className="number">{l.now === null || l.draft === null ? missing : l.differ(l.draft - l.now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="third">{t('method.sample', { population: figures.count(draft.population), skipped: figures.count(draft.skipped) })}</p>
    </Panel>
  )
}

function useLines(now: Test, draft: Test, { count, share, decimal }: Figures): Line[] {
  const { t } = useTranslation()
  const signed = (write: (n: number) => string) => (n: number) => (n > 0 ? '+' : '') + write(n)
  const points = signed((n) => decimal(n * 100))
  return [
    { name: t('method.precision'), says: t('method.precision_says'), now: now.precision, draft: draft.precision, write: share, differ: points, pair: (x) => `${count(x.hit)} / ${count(x.flagged)}` },
    { name: t('method.recall'), says: t('method.recall_says', { count: count(draft.grew) }), now: now.recall, draft: draft.recall, write: share, differ: points, pair: (x) => `${count(x.hit)} / ${count(x.grew)}` },
    { name: t('method.lift'), says: t('method.lift_says', { share: share(draft.population ? draft.grew / draft.population : null) }), now: now.lift, draft: draft.lift, write: (n) => decimal(n, 2), differ: signed((n) => decimal(n, 2)) },
    { name: t('method.false_alarms'), says: t('method.false_alarms_says'), now: now.false_alarms, draft: draft.false_alarms, write: count, differ: signed(count) },
  ]
}

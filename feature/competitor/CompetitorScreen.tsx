import './competitor.css'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { CardForm } from './CardForm'
import { type Page, usePage } from './server'
import { WinRate } from './WinRate'

/** CompetitorScreen is one competitor: his battle card, how we fared, and where we met him. */
export default function CompetitorScreen() {
  const { t } = useTranslation()
  const { competitor = '' } = useParams({ strict: false }) as { competitor?: string }
  const { data: page, error, refetch } = usePage(competitor)
  const [writing, write] = useState(false)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!page) return <Panel title={t('competitor.card')}><Waiting rows={6} /></Panel>
  const edit = page.keep && <Button type={page.says ? 'default' : 'primary'} onClick={() => write(true)}>{t(page.says ? 'competitor.edit' : 'competitor.write')}</Button>
  return (
    <div className="stack">
      <PageHead title={page.name} note={page.scope === 'own' ? t('competitor.own') : undefined}>
        <Link to="/competitors">{t('competitor.title')}</Link>
        {edit}
      </PageHead>
      <KeyFigures figures={[
        { title: t('competitor.live'), value: String(page.record.live) },
        { title: t('competitor.met'), value: String(page.record.met) },
        { title: t('competitor.won'), value: String(page.record.won) },
        { title: t('competitor.taken_by'), value: String(page.record.taken) },
      ]} />
      <div className="rival-page">
        <BattleCard page={page} />
        <Deals page={page} />
      </div>
      {writing && <CardForm card={page} onDone={() => write(false)} />}
    </div>
  )
}

function BattleCard({ page }: { page: Page }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const said = page.strengths || page.weakness || page.says
  return (
    <Panel title={t('competitor.card')} subtitle={said ? `${page.by} · ${t('competitor.checked')} ${figures.day(page.checked)}` : undefined} note={page.stale && said ? t('competitor.stale') : undefined}>
      {!said ? <Empty>{t('competitor.card_empty')}</Empty> : (
        <dl className="rival-card">
          {(['strengths', 'weakness', 'says', 'evidence'] as const).map((part) => <div key={part} className={part}><dt>{t(`competitor.${part}`)}</dt><dd>{page[part] || '—'}</dd></div>)}
        </dl>
      )}
    </Panel>
  )
}

function Deals({ page }: { page: Page }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const table = () => ({ columns: [t('competitor.code'), t('competitor.deal'), t('competitor.result'), t('competitor.closed')], rows: page.deals.map((d) => [d.code, d.name, t(`competitor.state_${d.state}`), d.closed ?? '']) })
  return (
    <Panel title={t('competitor.deals')} subtitle={<WinRate share={page.record.share} />} sheet={table}>
      {page.deals.length === 0 ? <Empty>{t('competitor.no_deals')}</Empty> : (
        <div className="sheet rival-list" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('competitor.deal')}</th><th scope="col">{t('competitor.result')}</th><th scope="col" className="wide">{t('competitor.closed')}</th></tr></thead>
            <tbody>
              {page.deals.map((d) => (
                <tr key={d.id}>
                  <th scope="row"><Link to="/opportunities/$opportunity" params={{ opportunity: d.id } as never}>{d.name}</Link><small className="third">{d.code}</small></th>
                  <td>{t(`competitor.state_${d.state === 'lost' && d.winner === page.id ? 'lost_to' : d.state}`)}</td>
                  <td className="wide">{figures.day(d.closed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

import './assessment.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { CriterionForm } from './CriterionForm'
import { type Criteria, type Criterion, type Fit, useCriteria } from './server'

const sign: Record<Fit, string> = { better: '▲', same: '＝', worse: '▽', unmet: '■' }

/** CriteriaPanel is by what the customer decides, who cares, and how everybody meets it in his eyes. */
export default function CriteriaPanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const { data, error, refetch } = useCriteria(deal.id)
  const [asked, ask] = useState<Criterion | 'new'>()
  const add = data?.may && <Button size="small" type={data.rows.length > 0 ? 'link' : 'primary'} onClick={() => ask('new')}>{t('assessment.criterion_add')}</Button>
  const who = data ? [{ id: '', name: t('assessment.us') }, ...data.sides] : []
  const table = () => ({
    columns: [t('assessment.criterion'), t('assessment.kind'), t('assessment.mandatory'), t('assessment.milestone'), t('assessment.caring'), ...who.map((w) => w.name), t('assessment.note')],
    rows: data!.rows.map((c) => [c.name, t(c.formal ? 'assessment.formal' : 'assessment.informal'), c.mandatory ? t('assessment.mandatory') : '', c.milestone, c.caring.map((p) => p.name).join('、'), ...who.map((w) => t(`assessment.fit_${fitOf(c, w.id) ?? 'none'}`)), c.note]),
  })
  return (
    <Panel className="criteria" title={t('assessment.criteria')} subtitle={t('assessment.criteria_sub')} sheet={data && data.rows.length > 0 ? table : undefined}
      extra={data && data.rows.length > 0 && add} note={data && data.unmet > 0 ? t('assessment.unmet', { count: data.unmet }) : undefined}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={4} /> : data.rows.length === 0 ? <Empty action={add}>{t('assessment.criteria_none')}</Empty> : <Table data={data} who={who} onAsk={ask} />}
      {asked && data && <CriterionForm key={asked === 'new' ? 'new' : asked.id} deal={deal.id} data={data} old={asked === 'new' ? undefined : asked} onDone={() => ask(undefined)} />}
    </Panel>
  )
}

const fitOf = (c: Criterion, rival: string) => c.fits.find((f) => (f.rival ?? '') === rival)?.fit

function Table({ data, who, onAsk }: { data: Criteria; who: { id: string; name: string }[]; onAsk: (c: Criterion) => void }) {
  const { t } = useTranslation()
  return (
    <div className="sheet" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('assessment.criterion')}</th>
            <th scope="col">{t('assessment.kind')}</th>
            <th scope="col">{t('assessment.caring')}</th>
            {who.map((w) => <th key={w.id} scope="col">{w.name}</th>)}
            {data.may && <th scope="col" aria-label={t('assessment.criterion_change')} />}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((c) => (
            <tr key={c.id}>
              <th scope="row">{c.name}{c.mandatory && <small className="must">{t('assessment.mandatory')}</small>}{c.note && <small className="third said">{c.note}</small>}</th>
              <td className="third">{t(c.formal ? 'assessment.formal' : 'assessment.informal')}{c.milestone && <small className="said">{c.milestone}</small>}</td>
              <td title={c.caring.map((p) => p.name).join('、')}>{c.caring.slice(0, 2).map((p) => p.name).join('、')}{c.caring.length > 2 && <span className="third"> +{c.caring.length - 2}</span>}</td>
              {who.map((w) => <td key={w.id}><FitWord fit={fitOf(c, w.id)} /></td>)}
              {data.may && <td><Button size="small" type="text" onClick={() => onAsk(c)}><span aria-hidden="true">{t('assessment.criterion_change')}</span><span className="unseen">{t('assessment.criterion_edit', { name: c.name })}</span></Button></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FitWord({ fit }: { fit?: Fit }) {
  const { t } = useTranslation()
  if (!fit) return <span className="third">—</span>
  return <span className={`fit fit-${fit}`}><i aria-hidden="true">{sign[fit]}</i>{t(`assessment.fit_${fit}`)}</span>
}

import './fee.css'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Acts } from './Acts'
import { BookingPanel } from './BookingPanel'
import { EvidencePanel } from './EvidencePanel'
import { RuleBox } from './RuleBox'
import { looks, type Sheet, useFee, useFees, useRule, useTypeName } from './server'

/** FeeScreen is one request: what is asked for, whether the margin covers it, what shows that it was done, what was paid. */
export default function FeeScreen() {
  const { fee: id = '' } = useParams({ strict: false }) as { fee?: string }
  const { data, error, refetch } = useFee(id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={10} />
  return <One sheet={data} />
}

function One({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const sees = useMay()('margin:read')
  const types = useFees({}).data?.pages[0]?.types
  const name = useTypeName(types)
  const rule = useRule(sheet.id, sees)
  const { exact } = useFigures(sheet.currency)
  return (
    <div className="stack">
      <PageHead title={sheet.name} note={<><Link to="/accounts/$id" params={{ id: sheet.account } as never}>{sheet.whom}</Link> · {name(sheet.type)} · {sheet.from} – {sheet.until} · {sheet.ours}</>}>
        <StateChip state={looks[sheet.state]}>{t(`fee.state_${sheet.state}`)}</StateChip>
        <Acts sheet={sheet} types={types} />
      </PageHead>
      {sheet.state === 'blocked' && <p>{t('fee.blocked_says')}</p>}
      <KeyFigures figures={[
        { title: t('fee.amount'), value: exact(sheet.amount), note: sheet.currency },
        { title: t('fee.agreed'), value: exact(sheet.agreed) },
        { title: t('fee.paid'), value: exact(sheet.paid) },
        ...(sheet.baseline == null ? [] : [{ title: t('fee.baseline'), value: exact(sheet.baseline) }, { title: t('fee.expected'), value: exact(sheet.expected) }]),
        ...(sheet.actual == null ? [] : [{ title: t('fee.actual'), value: exact(sheet.actual) }]),
      ]} />
      <div className="fee-two">
        <div className="stack">
          <Panel title={t('fee.purpose')}>
            <p>{sheet.purpose || '—'}</p>
            {sheet.promotion && <p><Link to={`/money/promotions/${sheet.promotion}` as never}>{t('fee.to_promotion')}</Link></p>}
            {sheet.override && <p><b>{t('fee.override')}</b> {sheet.override}</p>}
            {sheet.lesson && <p><b>{t('fee.lesson')}</b> {sheet.lesson}</p>}
          </Panel>
          {sees && <Panel title={t('fee.rule')} subtitle={t('fee.rule_says')}>
            <Fault error={rule.error} onRetry={() => void rule.refetch()} />
            {rule.data ? <RuleBox rule={rule.data} currency={sheet.currency} /> : !rule.error && <Waiting rows={4} />}
          </Panel>}
        </div>
        <div className="stack">
          <EvidencePanel sheet={sheet} />
          <BookingPanel sheet={sheet} />
        </div>
      </div>
    </div>
  )
}

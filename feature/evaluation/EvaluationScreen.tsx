import './evaluation.css'
import { ReloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import type { Problem } from '../../ui/api'
import { useFigures } from '../../ui/figures'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { useMay } from '../../ui/me'
import { MovementsPanel } from './MovementsPanel'
import { ProposalsPanel } from './ProposalsPanel'
import { RunsPanel } from './RunsPanel'
import { useOrder, useRuns } from './server'

type Tab = 'proposals' | 'movements' | 'runs'

/** EvaluationScreen is where proposed changes of classes are decided, and where one sees what has moved. */
export default function EvaluationScreen() {
  const { t } = useTranslation()
  const [asked, go] = useAddress<{ tab: Tab }>({ tab: 'proposals' })
  const tabs: Tab[] = ['proposals', 'movements', 'runs']
  const tab = tabs.includes(asked.tab) ? asked.tab : 'proposals'
  return (
    <div className="evaluation">
      <PageHead title={t('evaluation.evaluation')} note={<Stand />}>
        <Segmented<Tab> value={tab} onChange={(tab) => go({ tab })} aria-label={t('evaluation.evaluation')} options={tabs.map((value) => ({ value, label: t(`evaluation.${value}`) }))} />
        <UnitSwitch />
        <Order />
      </PageHead>
      <Latest />
      {tab === 'proposals' && <ProposalsPanel />}
      {tab === 'movements' && <MovementsPanel />}
      {tab === 'runs' && <RunsPanel />}
    </div>
  )
}

function Stand() {
  const { t } = useTranslation()
  const [last] = useRuns().data ?? []
  return last ? <>{t('evaluation.stand', { day: last.as_of, config: last.config })} · <Link to="/methods/$id" params={{ id: 'R01' } as never}>{t('evaluation.rules')}</Link></> : null
}

/** Latest is what the last evaluation has found. */
function Latest() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [last] = useRuns().data ?? []
  if (!last) return null
  return (
    <KeyFigures figures={[
      { title: t('evaluation.accounts'), value: count(last.accounts) },
      { title: t('evaluation.open_now'), value: count(last.proposed + last.standing), note: t('evaluation.new_ones', { count: last.proposed }) },
      { title: t('evaluation.waiting'), value: count(last.waiting), note: t('evaluation.waiting_why') },
      { title: t('evaluation.held'), value: count(last.held), note: t('evaluation.held_why') },
      { title: t('evaluation.retracted'), value: count(last.retracted), note: t('evaluation.retracted_why') },
    ]} />
  )
}

function Order() {
  const { t } = useTranslation()
  const may = useMay()
  const order = useOrder()
  const { message } = App.useApp()
  if (!may('evaluation:run')) return null
  const run = () => order.mutate(undefined, { onSuccess: () => void message.info(t('evaluation.ordered')), onError: (problem) => void message.error((problem as unknown as Problem).detail ?? String(problem)) })
  return <Button type="primary" icon={<ReloadOutlined />} loading={order.isPending} onClick={run}>{t('evaluation.order')}</Button>
}

import './plan.css'
import { Button, Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { ActionTable } from './ActionTable'
import { type Action, useActions, type Which } from './server'
import { TemplatesPanel } from './TemplatesPanel'

/** ActionScreen lists what has to be done for accounts: mine, of my line, what is overdue. */
export default function ActionScreen() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const may = useMay()
  const [{ state, whose, late }, set] = useAddress({ state: 'open', whose: '', late: '' })
  const which: Which = { state: state === 'all' ? undefined : (state as Action['state']), whose: (whose || undefined) as Which['whose'], late: late === '1' || undefined }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useActions(which)
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((p) => p.rows) ?? []
  const asked = new URLSearchParams(Object.entries(which).flatMap(([k, v]) => (v ? [[k, String(v)]] : [])))
  return (
    <div className="plan-screen">
      <PageHead title={t('plan.actions')} note={first && t('plan.actions_count', { open: count(first.pending), late: count(first.late) })}>
        <Select value={whose} onChange={(whose) => set({ whose })} aria-label={t('plan.whose')} popupMatchSelectWidth={false} options={[{ value: '', label: t('plan.all_people') }, { value: 'mine', label: t('plan.mine') }, { value: 'line', label: t('plan.line') }]} />
        <Select value={state} onChange={(state) => set({ state })} aria-label={t('plan.show')} popupMatchSelectWidth={false} options={['open', 'done', 'dropped', 'all'].map((value) => ({ value, label: value === 'all' ? t('plan.all') : t(`plan.state_${value}`) }))} />
        <Checkbox checked={late === '1'} onChange={(e) => set({ late: e.target.checked ? '1' : '' })}>{t('plan.filter_late')}</Checkbox>
        {may('action:export') && <Button href={`/api/actions/export?${asked}`}>{t('plan.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      <Panel title={t('plan.actions')} subtitle={t('plan.actions_says')} stale={isFetching && !!data}>
        {!first && !error ? <Waiting rows={6} /> : rows.length === 0 ? <Empty>{t('plan.no_actions')}</Empty> : <ActionTable rows={rows} today={first!.today} />}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('plan.more')}</Button>}
      </Panel>
      {may('action:write') && first && <TemplatesPanel today={first.today} />}
    </div>
  )
}

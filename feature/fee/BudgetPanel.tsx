import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Modal, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { type Planning, type Register, useBudgets, useDropBudget, usePlan, useTypeName } from './server'

/** BudgetPanel is what may be spent, what is granted and paid of it, and what is left. */
export function BudgetPanel({ types, currency }: { types: Register['types']; currency: string }) {
  const { t } = useTranslation()
  const may = useMay()('fee:plan')
  const [planning, plan] = useState(false)
  const { data, error, refetch } = useBudgets()
  const { exact } = useFigures(currency)
  const name = useTypeName(types)
  const drop = useDropBudget()
  const button = may && <Button size="small" icon={<PlusOutlined />} onClick={() => plan(true)}>{t('fee.plan')}</Button>
  return (
    <Panel title={t('fee.budgets')} subtitle={t('fee.budgets_say')} extra={!!data?.length && button}>
      <Fault error={error ?? drop.error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : data.length === 0 ? <Empty action={button}>{t('fee.no_budgets')}</Empty> : (
        <div className="fee-scroll" tabIndex={0} role="group" aria-label={t('fee.budgets')}>
          <table className="fee-rows">
            <thead><tr><th scope="col">{t('fee.type')}</th><th scope="col">{t('fee.days')}</th><th scope="col" className="number">{t('fee.budget')}</th><th scope="col" className="number">{t('fee.held')}</th><th scope="col" className="number">{t('fee.paid')}</th><th scope="col" className="number">{t('fee.left')}</th><th /></tr></thead>
            <tbody>
              {data.map((b) => (
                <tr key={b.id}>
                  <td>{b.type ? name(b.type) : t('fee.every_type')}<small>{b.ours || t('fee.everybody')}{b.note && ` · ${b.note}`}</small></td>
                  <td>{b.from}<small>{b.until}</small></td>
                  <td className="number">{exact(b.amount)}</td><td className="number">{exact(b.held)}</td><td className="number">{exact(b.used)}</td><td className="number"><b>{exact(b.left)}</b></td>
                  <td>{may && <Popconfirm title={t('fee.drop_sure')} okText={t('fee.drop')} cancelText={t('fee.cancel')} onConfirm={() => drop.mutate(b)}><Button size="small" type="link">{t('fee.drop')}</Button></Popconfirm>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {planning && <BudgetForm types={types} currency={currency} onDone={() => plan(false)} />}
    </Panel>
  )
}

function BudgetForm({ types, currency, onDone }: { types: Register['types']; currency: string; onDone: () => void }) {
  const { t } = useTranslation()
  const year = today().slice(0, 4)
  const [value, set] = useState<Planning>({ from: `${year}-01-01`, until: `${year}-12-31`, type: types[0]?.key ?? '', amount: 0, note: '' })
  const change = (part: Partial<Planning>) => set({ ...value, ...part })
  const plan = usePlan()
  const name = useTypeName(types)
  const { options } = usePeople()
  return (
    <Modal open title={t('fee.plan')} onCancel={onDone} okText={t('fee.save')} cancelText={t('fee.cancel')} confirmLoading={plan.isPending} onOk={() => plan.mutate(value, { onSuccess: onDone })}>
      <div className="fee-form">
        <label>{t('fee.type')}<Select aria-label={t('fee.type')} value={value.type} onChange={(type) => change({ type })} options={[{ value: '', label: t('fee.every_type') }, ...types.map((one) => ({ value: one.key, label: name(one.key) }))]} /></label>
        <div className="fee-pair"><Day label={t('fee.from')} value={value.from} onChange={(from) => change({ from })} /><Day label={t('fee.until')} value={value.until} onChange={(until) => change({ until })} /></div>
        <label>{t('fee.owner')}<Select allowClear aria-label={t('fee.owner')} placeholder={t('fee.everybody')} value={value.owner} onChange={(owner) => change({ owner })} options={options} /></label>
        <label>{t('fee.budget')}<InputNumber aria-label={t('fee.budget')} min={0} max={1_000_000_000} precision={2} suffix={currency} value={value.amount / 100} onChange={(yuan) => change({ amount: Math.round((yuan ?? 0) * 100) })} /></label>
        <label>{t('fee.note')}<Input aria-label={t('fee.note')} maxLength={500} value={value.note} onChange={(e) => change({ note: e.target.value })} /></label>
        <Fault error={plan.error} />
      </div>
    </Modal>
  )
}

import { DatePicker, Input, InputNumber, Modal, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Spread, useLay } from './server'

type Unit = Spread['unit']

/** BudgetForm takes a budget of some months, in money or in hours. */
export function BudgetForm({ onDone }: { onDone: (id?: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<Unit>('money')
  const [from, setFrom] = useState(dayjs().startOf('year'))
  const [until, setUntil] = useState(dayjs().endOf('year'))
  const [budget, setBudget] = useState<number | null>(null)
  const [least, setLeast] = useState<number | null>(0)
  const lay = useLay()
  const send = () => lay.mutate(
    { name, unit, from: from.startOf('month').format('YYYY-MM-DD'), until: until.endOf('month').format('YYYY-MM-DD'), budget: Math.round((budget ?? 0) * 100), least: Math.round((least ?? 0) * 100) },
    { onSuccess: (plan) => onDone(plan.id) },
  )
  return (
    <Modal open title={t('coverage.new_budget')} onCancel={() => onDone()} okText={t('coverage.lay_out')} confirmLoading={lay.isPending} okButtonProps={{ disabled: name.trim() === '' || !budget }} onOk={send}>
      <div className="coverage-form">
        <Input aria-label={t('coverage.budget_name')} placeholder={t('coverage.budget_name')} value={name} maxLength={60} onChange={(e) => setName(e.target.value)} />
        <Segmented<Unit> aria-label={t('coverage.unit')} value={unit} onChange={setUnit} options={(['money', 'hours'] as const).map((value) => ({ value, label: t(`coverage.unit_${value}`) }))} />
        <span className="coverage-months">
          <DatePicker picker="month" aria-label={t('coverage.first_month')} prefix={<span className="third">{t('coverage.first_month')}</span>} allowClear={false} value={from} onChange={(day) => day && setFrom(day)} />
          <DatePicker picker="month" aria-label={t('coverage.last_month')} prefix={<span className="third">{t('coverage.last_month')}</span>} allowClear={false} value={until} minDate={from} onChange={(day) => day && setUntil(day)} />
        </span>
        <InputNumber aria-label={t('coverage.budget')} prefix={<span className="third">{t('coverage.budget')}</span>} value={budget} min={0} max={1e12} onChange={setBudget} />
        <InputNumber aria-label={t('coverage.least')} prefix={<span className="third">{t('coverage.least')}</span>} value={least} min={0} max={1e12} onChange={setLeast} />
        <Fault error={lay.error} />
      </div>
    </Modal>
  )
}

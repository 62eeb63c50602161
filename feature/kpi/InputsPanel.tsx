import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { lines } from './lines'
import { type Entered, type Input as Row, useEnter, useInputs, useTakeBack } from './server'

/** InputsPanel takes in what winning and keeping customers costs, with its source. */
export function InputsPanel() {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const { data = [], error, refetch } = useInputs()
  const back = useTakeBack()
  const sheet = () => ({ columns: [t('kpi.month'), t('kpi.input_kind'), t('kpi.amount'), t('kpi.source_of')], rows: data.map((r) => [r.month.slice(0, 7), t(`kpi.${r.kind}`), r.amount / 100, r.source]) })
  return (
    <Panel title={t('kpi.entered_inputs')} subtitle={t('kpi.entered_says')} sheet={sheet}>
      <Enter />
      <Fault error={error ?? back.error} onRetry={() => void refetch()} />
      {data.length === 0 ? <p className="third">{t('kpi.no_inputs')}</p> : (
        <ul className="notes">
          {data.map((r: Row) => (
            <li key={r.id}>
              <span className={r.back ? 'third' : undefined}>{r.month.slice(0, 7)} · {t(`kpi.${r.kind}`)} · {r.source}<small>{[name(r.by), r.entered, r.back && t('kpi.is_back', { day: r.back })].filter(Boolean).join(' · ')}</small></span>
              <span className="number">{r.back ? <s>{figures.exact(r.amount)}</s> : figures.exact(r.amount)}
                {!r.back && <Button size="small" type="link" aria-label={`${t('kpi.back')} ${r.month.slice(0, 7)} ${r.source}`} loading={back.isPending && back.variables === r.id} onClick={() => back.mutate(r.id)}>{t('kpi.back')}</Button>}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Enter() {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Entered['kind']>('winning')
  const [month, setMonth] = useState(() => today().slice(0, 8) + '01')
  const [amount, setAmount] = useState<number | null>(null)
  const [source, setSource] = useState('')
  const [pasted, paste] = useState<string>()
  const enter = useEnter()
  const done = () => { setAmount(null); setSource(''); paste(undefined) }
  const save = () => enter.mutate(pasted === undefined ? [{ kind, month, amount: Math.round((amount ?? NaN) * 100), source }] : lines(pasted), { onSuccess: done })
  return (
    <div className="kpi-enter">
      {pasted === undefined ? <>
        <Select<Entered['kind']> aria-label={t('kpi.input_kind')} value={kind} onChange={setKind} popupMatchSelectWidth={false} options={(['winning', 'keeping'] as const).map((value) => ({ value, label: t(`kpi.${value}`) }))} />
        <Day label={t('kpi.month')} value={month} onChange={setMonth} />
        <InputNumber aria-label={t('kpi.amount')} prefix={<span className="third">{t('kpi.amount')}</span>} min={0} value={amount} onChange={setAmount} />
        <Input aria-label={t('kpi.source_of')} placeholder={t('kpi.source_of')} maxLength={120} value={source} onChange={(e) => setSource(e.target.value)} />
      </> : <Input.TextArea rows={4} aria-label={t('kpi.paste')} placeholder={t('kpi.paste_hint')} value={pasted} onChange={(e) => paste(e.target.value)} />}
      <Button type="primary" disabled={pasted === undefined && amount == null} loading={enter.isPending} onClick={save}>{t('kpi.add_input')}</Button>
      <Button type="link" onClick={() => paste(pasted === undefined ? '' : undefined)} aria-pressed={pasted !== undefined}>{t('kpi.paste')}</Button>
      <Fault error={enter.error} />
    </div>
  )
}

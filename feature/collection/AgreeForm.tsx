import { AutoComplete, Button, Checkbox, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Agreement, useAgree } from './server'

/** AgreeForm writes down on which days an account, or what is owed under a contract, is asked for. */
export function AgreeForm({ account, agreement, onDone }: { account: string; agreement: Agreement; onDone: () => void }) {
  const { t } = useTranslation()
  const [contract, name] = useState('')
  const [chosen, choose] = useState<Record<string, number>>()
  const agree = useAgree(account)
  const held = agreement.agreed.find((a) => a.contract === contract.trim())
  const days = chosen ?? Object.fromEntries((held?.steps ?? agreement.usual).map((s) => [s.does, s.days]))
  const put = (does: string, on: boolean, n: number) => choose(Object.fromEntries(Object.entries({ ...days, [does]: n }).filter(([key]) => on || key !== does)))
  const kinds = agreement.usual.filter((s, i) => agreement.usual.findIndex((o) => o.does === s.does) === i)
  const steps = kinds.filter((s) => s.does in days).map(({ does }) => ({ does, days: days[does]! }))
  const send = (all: typeof steps) => agree.mutate({ contract: contract.trim() || undefined, steps: all }, { onSuccess: onDone })
  return (
    <Modal open title={t('collection.agree_steps')} width={480} onCancel={onDone} footer={<>
      {held && <Button onClick={() => send([])} loading={agree.isPending}>{t('collection.agree_usual')}</Button>}
      <Button onClick={onDone}>{t('collection.cancel')}</Button>
      <Button type="primary" disabled={steps.length === 0} loading={agree.isPending} onClick={() => send(steps)}>{t('collection.save')}</Button>
    </>}>
      <div className="collection-form">
        <p className="third">{t('collection.agree_steps_note')}</p>
        <label>{t('collection.agree_contract')}<AutoComplete maxLength={60} value={contract} placeholder={t('collection.agree_all')} options={agreement.contracts.map((value) => ({ value }))} onChange={(value) => { name(value); choose(undefined) }} /></label>
        <fieldset className="collection-days">
          <legend>{t('collection.agree_days')}</legend>
          {kinds.map((s) => (
            <div key={s.does}>
              <Checkbox checked={s.does in days} onChange={(e) => put(s.does, e.target.checked, s.days)}>{t(`collection.step_${s.does}`)}</Checkbox>
              <InputNumber min={-60} max={720} precision={0} disabled={!(s.does in days)} value={days[s.does] ?? s.days} aria-label={`${t(`collection.step_${s.does}`)} ${t('collection.agree_days')}`} onChange={(n) => put(s.does, true, n ?? 0)} />
            </div>
          ))}
        </fieldset>
        <Fault error={agree.error} />
      </div>
    </Modal>
  )
}

import { Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { PartsField } from './PartsField'
import { PreviewBox } from './PreviewBox'
import { modes, type Sheet, type Terms, useAgree } from './server'

/** TermsForm writes down what was agreed with an account, and says at once what it means. */
export function TermsForm({ account, sheet, onDone }: { account: string; sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [agreed, set] = useState<Terms>(sheet.now)
  const [since, begin] = useState(sheet.today)
  const [contract, name] = useState('')
  const [basis, say] = useState('')
  const agree = useAgree(account)
  const change = (part: Partial<Terms>) => set({ ...agreed, ...part })
  return (
    <Modal open title={t('terms.agree')} width={620} onCancel={onDone} okText={t('terms.save')} cancelText={t('terms.cancel')} confirmLoading={agree.isPending}
      onOk={() => agree.mutate({ agreed, since, contract: contract || undefined, basis: basis || undefined }, { onSuccess: onDone })}>
      <div className="terms-form">
        <label>{t('terms.contract')}<Input maxLength={60} value={contract} placeholder={t('terms.contract_hint')} onChange={(e) => name(e.target.value)} /></label>
        <div className="terms-day"><Day label={t('terms.since')} value={since} onChange={begin} /><small className="third">{t('terms.since_note')}</small></div>
        <PartsField agreed={agreed} onChange={(parts) => change({ parts })} />
        {!agreed.parts?.length && <div className="terms-pair">
          <label>{t('terms.mode')}<Select value={agreed.mode} onChange={(mode) => change({ mode })} options={modes.map((value) => ({ value, label: t(`terms.value_${value}`) }))} /></label>
          <label>{t('terms.days')}<InputNumber min={0} max={3650} precision={0} value={agreed.days} onChange={(days) => change({ days: days ?? 0 })} /></label>
          <label>{t('terms.statement')}<InputNumber min={0} max={31} precision={0} value={agreed.statement} onChange={(n) => change({ statement: n ?? 0, on_day: agreed.on_day && !!n })} /><small className="third">{t('terms.statement_note')}</small></label>
          <Checkbox checked={agreed.on_day} disabled={!agreed.statement} onChange={(e) => change({ on_day: e.target.checked })}>{t('terms.on_day')}</Checkbox>
        </div>}
        <div className="terms-pair">
          <label>{t('terms.grace')}<InputNumber min={0} max={365} precision={0} value={agreed.grace} onChange={(grace) => change({ grace: grace ?? 0 })} /></label>
          <Checkbox checked={agreed.next_working} onChange={(e) => change({ next_working: e.target.checked })}>{t('terms.next_working')}</Checkbox>
        </div>
        <label>{t('terms.basis')}<Input maxLength={200} value={basis} placeholder={t('terms.basis_hint')} onChange={(e) => say(e.target.value)} /></label>
        <PreviewBox agreed={agreed} first={sheet.today} onMode={agreed.parts?.length ? undefined : (mode) => change({ mode })} />
        <Fault error={agree.error} />
      </div>
    </Modal>
  )
}

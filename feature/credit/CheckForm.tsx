import { useQuery } from '@tanstack/react-query'
import { Alert, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { type Answer, useCheck } from './server'

/** CheckForm has one order checked, as the system of orders does by itself. */
export function CheckForm({ currency, onDone }: { currency?: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [account, setAccount] = useState<string>()
  const [number, setNumber] = useState('')
  const [yuan, setYuan] = useState<number | null>(null)
  const check = useCheck()
  return (
    <Modal open title={t('credit.check')} onCancel={onDone} okText={t('credit.check_do')} cancelText={t('credit.cancel')} confirmLoading={check.isPending} okButtonProps={{ disabled: !account || !number || !yuan }}
      onOk={() => account && check.mutate({ account, number, amount: Math.round((yuan ?? 0) * 100) })}>
      <div className="credit-form">
        <label>{t('credit.account')}<WhichAccount value={account} onChange={setAccount} /></label>
        <label>{t('credit.number')}<Input value={number} maxLength={60} onChange={(e) => setNumber(e.target.value)} /></label>
        <label>{t('credit.amount')}<InputNumber value={yuan} onChange={setYuan} min={0} max={1e12} precision={2} suffix={currency} /></label>
        {check.data && <Said answer={check.data} />}
        <Fault error={check.error} />
      </div>
    </Modal>
  )
}

function Said({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const why = answer.check?.reasons.map((r) => t(`credit.because_${r as 'limit'}`, { n: answer.check?.worst })).join(t('credit.and'))
  return <Alert showIcon type={answer.pass ? 'success' : 'error'} title={t(answer.pass ? 'credit.said_pass' : 'credit.said_blocked', { number: answer.number })} description={[answer.again && t('credit.said_again'), why].filter(Boolean).join(' ')} />
}

/** WhichAccount finds the customer by any two characters, pinyin, initials or code. */
function WhichAccount({ value, onChange }: { value?: string; onChange: (id?: string) => void }) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const { data = [], isFetching } = useQuery({
    queryKey: ['accounts', 'to check', words],
    queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { search: words, limit: 8 } } })).rows,
    enabled: words.length > 1,
  })
  return (
    <Select placeholder={t('credit.account_hint')} allowClear loading={isFetching} notFoundContent={null} value={value} onChange={onChange}
      showSearch={{ onSearch: search, filterOption: false }} options={data.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))} />
  )
}

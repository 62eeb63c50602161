import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Agreement, useSaveFramework } from './server'
import { WhichCustomer, WhichProduct } from './WhichProduct'

/** FrameworkForm writes down what was agreed with a customer, or changes it. */
export function FrameworkForm({ old, onDone }: { old?: Agreement; onDone: () => void }) {
  const { t } = useTranslation()
  const [account, setAccount] = useState(old?.account)
  const [product, setProduct] = useState(old?.product)
  const [agreed, setAgreed] = useState(old?.agreed ?? '')
  const [from, setFrom] = useState(old?.from ?? today())
  const [until, setUntil] = useState(old?.until ?? shift(today(), 365))
  const [basis, setBasis] = useState(old?.basis ?? '')
  const save = useSaveFramework(old)
  return (
    <Modal open title={t(old ? 'pricing.change_framework' : 'pricing.agree')} onCancel={onDone} okText={t('pricing.save')} cancelText={t('pricing.cancel')} confirmLoading={save.isPending}
      okButtonProps={{ disabled: !account || !product || !agreed || !basis.trim() }} onOk={() => save.mutate({ account: account!, product: product!, agreed, from, until, basis }, { onSuccess: onDone })}>
      <div className="pricing-form">
        {old ? <p>{old.customer} · {old.name}</p> : <>
          <label>{t('pricing.customer')}<WhichCustomer value={account} onChange={setAccount} /></label>
          <label>{t('pricing.product')}<WhichProduct value={product} onChange={setProduct} /></label>
        </>}
        <label>{t('pricing.agreed')}<InputNumber stringMode min="0" value={agreed || null} onChange={(n) => setAgreed(n == null ? '' : String(n))} /></label>
        <Day label={t('pricing.from')} value={from} onChange={setFrom} />
        <Day label={t('pricing.until')} value={until} first={from} onChange={setUntil} />
        <label>{t('pricing.basis')}<Input maxLength={120} value={basis} placeholder={t('pricing.basis_hint')} onChange={(e) => setBasis(e.target.value)} /></label>
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}

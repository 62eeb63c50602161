import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCustomers, useWares } from './server'

interface Props {
  value?: string
  onChange: (id?: string) => void
}

/** WhichProduct finds a product by any two characters, pinyin, initials or code. */
export function WhichProduct({ value, onChange }: Props) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const { data: rows = [], isFetching } = useWares(words)
  return (
    <Select allowClear aria-label={t('pricing.product')} placeholder={t('pricing.product')} value={value} loading={isFetching} notFoundContent={null} showSearch={{ onSearch: search, filterOption: false }}
      options={rows.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))} onChange={(id?: string) => onChange(id)} />
  )
}

/** WhichCustomer finds an account in the same way. */
export function WhichCustomer({ value, onChange }: Props) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const { data: rows = [], isFetching } = useCustomers(words)
  return (
    <Select allowClear aria-label={t('pricing.customer')} placeholder={t('pricing.customer')} value={value} loading={isFetching} notFoundContent={null} showSearch={{ onSearch: search, filterOption: false }}
      options={rows.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))} onChange={(id?: string) => onChange(id)} />
  )
}

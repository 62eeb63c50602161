import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'

/** AccountSelect finds an account by any two characters, pinyin, initials or code. */
export function AccountSelect({ value, onChange }: { value?: string; onChange?: (id: string | undefined) => void }) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const found = useQuery({
    queryKey: ['accounts', 'to follow', words],
    queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { search: words, limit: 8 } } })).rows,
    enabled: words.length > 1,
  })
  return (
    <Select aria-label={t('contact.went_to')} placeholder={t('contact.which_account')} allowClear loading={found.isFetching} notFoundContent={null} value={value} onChange={onChange}
      showSearch={{ onSearch: search, filterOption: false }} options={(found.data ?? []).map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))} />
  )
}

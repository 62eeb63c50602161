import { BookOutlined, SettingOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Dropdown, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read, write } from '../../ui/address'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useColumns, usualColumns } from './columns'
import type { Filter } from './Filters'

/** Views are the viewer's own combinations of filter, order and columns, kept under a name. */
export function Views({ filter, usual, onChoose }: { filter: Filter; usual: Filter; onChoose: (filter: Filter) => void }) {
  const { t } = useTranslation()
  const { known, views, error, keep } = useViews()
  const [name, setName] = useState('')
  const add = () => keep.mutate({ name, query: String(new URLSearchParams(write(usual, filter) as Record<string, string>)) }, { onSuccess: () => setName('') })
  const choose = (id: string) => onChoose(read(usual, Object.fromEntries(new URLSearchParams(views.find((v) => v.id === id)?.query))))
  const items = [{ key: '', label: t('account.view_all') }, ...views.map((v) => ({ key: v.id, label: v.name }))]
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}
      popupRender={(menu) => (
        <div className="view-menu">
          {menu}
          <Input.Search size="small" value={name} loading={keep.isPending} disabled={!known} placeholder={t('account.view_name')} enterButton={t('account.view_keep')} onChange={(e) => setName(e.target.value)} onSearch={() => name && add()} />
          <Fault error={error} />
        </div>
      )}>
      <Button icon={<BookOutlined />}>{t('account.views')}</Button>
    </Dropdown>
  )
}

// A name is kept once: keeping it again replaces the view.
function useViews() {
  const queries = useQueryClient()
  const list = useQuery({ queryKey: ['accounts', 'views'], queryFn: async () => take(await api.GET('/api/account-views')) })
  const views = list.data ?? []
  const keep = useMutation({
    mutationFn: async (body: { name: string; query: string }) => {
      const old = views.find((v) => v.name === body.name)
      return take(old ? await api.PUT('/api/account-views/{id}', { params: { path: { id: old.id } }, body }) : await api.POST('/api/account-views', { body }))
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', 'views'] }),
  })
  return { known: list.isSuccess, views, error: keep.error ?? list.error, keep }
}

/** ColumnChoice says which columns the list shows. */
export function ColumnChoice({ chosen, onChange }: { chosen: string; onChange: (columns: string) => void }) {
  const { t } = useTranslation()
  const columns = useColumns().filter((c) => c.key !== 'name')
  const list = (
    <Checkbox.Group className="column-list" value={chosen.split(',')} onChange={(keys) => onChange(keys.join(',') || usualColumns)}
      options={columns.map((c) => ({ value: c.key, label: c.title }))} />
  )
  return <Popover trigger="click" placement="bottomRight" content={list}><Button icon={<SettingOutlined />} aria-label={t('account.columns')} title={t('account.columns')} /></Popover>
}

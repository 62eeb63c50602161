import { BookOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Dropdown, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKept } from '../../ui/kept'
import { useColumns, usualColumns } from './columns'
import type { Filter } from './Filters'

/** Views keeps combinations of filter, order and columns under a name, on this device. */
export function Views({ filter, usual, onChoose }: { filter: Filter; usual: Filter; onChoose: (filter: Filter) => void }) {
  const { t } = useTranslation()
  const [kept, keep] = useKept<string>('accounts.views', '[]')
  const [name, setName] = useState('')
  const views = JSON.parse(kept) as { name: string; filter: Filter }[]
  const add = () => {
    keep(JSON.stringify([...views.filter((v) => v.name !== name), { name, filter }]))
    setName('')
  }
  const items = [{ key: '', label: t('account.view_all') }, ...views.map((v) => ({ key: v.name, label: v.name }))]
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onChoose(views.find((v) => v.name === key)?.filter ?? usual) }}
      popupRender={(menu) => (
        <div className="view-menu">
          {menu}
          <Input.Search size="small" value={name} placeholder={t('account.view_name')} enterButton={t('account.view_keep')} onChange={(e) => setName(e.target.value)} onSearch={() => name && add()} />
        </div>
      )}>
      <Button icon={<BookOutlined />}>{t('account.views')}</Button>
    </Dropdown>
  )
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

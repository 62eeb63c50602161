import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { EditIndustry } from './EditIndustry'
import { Facts } from './Facts'
import { type Rated, useDrop } from './server'
import { useName } from './words'

/** ProfilePanel is how the companies of an industry buy, and the way to write it differently. */
export function ProfilePanel({ industry: r }: { industry: Rated }) {
  const { t } = useTranslation()
  const may = useMay()
  const name = useName()
  const { modal } = App.useApp()
  const [editing, edit] = useState(false)
  const drop = useDrop(r)
  const sure = () => void modal.confirm({ title: t('industry.delete_sure', { name: name(r) }), okText: t('industry.delete'), okButtonProps: { danger: true }, onOk: () => drop.mutateAsync(undefined) })
  const tools = may('industry:write') && (
    <>
      <Button size="small" icon={<EditOutlined />} onClick={() => edit(true)}>{t('industry.edit')}</Button>
      <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={t('industry.delete')} title={t('industry.delete')} onClick={sure} />
    </>
  )
  return (
    <Panel title={t('industry.profile')} extra={tools}>
      <Facts industry={r} />
      {editing && <EditIndustry industry={r} onClose={() => edit(false)} />}
    </Panel>
  )
}

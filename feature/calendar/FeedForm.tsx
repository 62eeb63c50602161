import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useIssue, type Wanted } from './server'
import './calendar.css'

const details: Wanted['detail'][] = ['full', 'account', 'busy']

/** FeedForm makes an address, and shows it the one time that it can be seen. */
export function FeedForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [wanted, want] = useState<Wanted>({ name: '', detail: 'account' })
  const issue = useIssue()
  if (issue.data) return <Address address={location.origin + issue.data.path} onClose={onClose} />
  return (
    <Modal open title={t('calendar.add')} onCancel={onClose} okText={t('calendar.create')} confirmLoading={issue.isPending}
      okButtonProps={{ disabled: wanted.name.trim().length < 2 }} onOk={() => issue.mutate(wanted)}>
      <div className="feed-form">
        <label htmlFor="feed-name">{t('calendar.where')}</label>
        <Input id="feed-name" maxLength={60} placeholder={t('calendar.where_hint')} value={wanted.name} onChange={(e) => want({ ...wanted, name: e.target.value })} />
        <span>{t('calendar.detail')}</span>
        <Radio.Group vertical value={wanted.detail} onChange={(e) => want({ ...wanted, detail: e.target.value as Wanted['detail'] })}
          options={details.map((value) => ({ value, label: t(`calendar.detail_${value}`) }))} />
        <Fault error={issue.error} />
      </div>
    </Modal>
  )
}

function Address({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(address).then(() => setCopied(true), () => setCopied(false))
  return (
    <Modal open title={t('calendar.address')} onCancel={onClose} footer={null}>
      <div className="feed-form">
        <p>{t('calendar.address_says')}</p>
        <Input readOnly aria-label={t('calendar.address')} value={address} onFocus={(e) => e.target.select()}
          suffix={<Button size="small" type="link" onClick={copy}>{t(copied ? 'calendar.copied' : 'calendar.copy')}</Button>} />
      </div>
    </Modal>
  )
}

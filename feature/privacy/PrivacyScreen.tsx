import './privacy.css'
import { FileAddOutlined, UserAddOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { PageHead } from '../../ui/kit/PageHead'
import { ExportsPanel } from './ExportsPanel'
import { PaperPanel } from './PaperPanel'
import { ReadmissionForm } from './ReadmissionForm'
import { RequestDrawer } from './RequestDrawer'
import { RequestForm } from './RequestForm'
import { RequestsPanel } from './RequestsPanel'
import type { State } from './server'

/** PrivacyScreen is the privacy officer's desk: who asked what, who took what along, what people are told. */
export default function PrivacyScreen() {
  const { t } = useTranslation()
  const [{ tab, state, request }, go] = useAddress({ tab: 'requests', state: 'open', request: '' })
  const [asking, ask] = useState(false)
  const [readmission, readmit] = useState<'form' | { name: string }>()
  const states = (['open', 'done', 'refused'] as const).map((value) => ({ value, label: t(`privacy.state_${value}`) }))
  const tabs = ['requests', 'exports', 'notice', 'assessment'].map((key) => ({ key, label: t(`privacy.${key}`) }))
  return (
    <div className="privacy stack">
      <PageHead title={t('privacy.privacy')} note={t('privacy.intro')}>
        <Button icon={<UserAddOutlined />} onClick={() => readmit('form')}>{t('privacy.readmit')}</Button>
        <Button type="primary" icon={<FileAddOutlined />} onClick={() => ask(true)}>{t('privacy.new')}</Button>
      </PageHead>
      {typeof readmission === 'object' && <Alert type="success" showIcon closable className="lead" title={t('privacy.readmitted', readmission)} onClose={() => readmit(undefined)} />}
      <Tabs activeKey={tab} items={tabs} onChange={(tab) => go({ tab })} />
      {tab === 'requests' && (
        <RequestsPanel state={state as State} onOpen={(id) => go({ request: id })}
          extra={<Segmented size="small" aria-label={t('privacy.state')} value={state} options={states} onChange={(state) => go({ state })} />} />
      )}
      {tab === 'exports' && <ExportsPanel />}
      {(tab === 'notice' || tab === 'assessment') && <PaperPanel key={tab} which={tab} />}
      {asking && <RequestForm onClose={() => ask(false)} onAsked={(id) => { ask(false); go({ tab: 'requests', state: 'open', request: id }) }} />}
      {readmission === 'form' && <ReadmissionForm onClose={() => readmit(undefined)} onDone={(name) => readmit({ name })} />}
      {request && <RequestDrawer id={request} onClose={() => go({ request: '' })} />}
    </div>
  )
}

import './delivered.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { EditOffer } from './EditOffer'
import { OfferPanel } from './OfferPanel'
import { useOffers } from './server'

/** OffersTab sets what we offer to an account beside what others do. */
export default function OffersTab({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useOffers(account)
  const [adding, add] = useState(false)
  const button = data?.may && <Button icon={<PlusOutlined />} onClick={() => add(true)}>{t('delivered.new')}</Button>
  return (
    <div className="delivered">
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Panel title={t('delivered.panel')}><Waiting rows={8} /></Panel> : data.rows.length === 0 ? <Panel title={t('delivered.panel')}><Empty action={button}>{t('delivered.none')}</Empty></Panel> : (
        <>
          {button && <div>{button}</div>}
          {data.rows.map((offer) => <OfferPanel key={offer.id} account={account} offer={offer} may={data.may} />)}
        </>
      )}
      {adding && <EditOffer account={account} onClose={() => add(false)} />}
    </div>
  )
}

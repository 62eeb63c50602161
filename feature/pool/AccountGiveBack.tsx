import './pool.css'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useGive } from './server'

/** AccountGiveBack gives the account that is shown back to the pool, with a reason. */
export default function AccountGiveBack({ account }: { account: string }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const [asking, ask] = useState(false)
  const [reason, say] = useState('')
  const give = useGive(account)
  return (
    <p className="pool-give">
      <Button size="small" type="text" onClick={() => ask(true)}>{t('pool.give')}</Button>
      {asking && (
        <Modal open title={t('pool.give_title')} onCancel={() => ask(false)} okText={t('pool.give')} cancelText={t('pool.cancel')} okButtonProps={{ disabled: reason.trim().length < 2 }}
          confirmLoading={give.isPending} onOk={() => give.mutate(reason, { onSuccess: () => void go({ to: '/accounts/pool' } as never) })}>
          <p className="second lead">{t('pool.give_says')}</p>
          <Input.TextArea aria-label={t('pool.give_reason')} placeholder={t('pool.give_reason')} value={reason} maxLength={300} rows={2} onChange={(e) => say(e.target.value)} />
          <Fault error={give.error} />
        </Modal>
      )}
    </p>
  )
}

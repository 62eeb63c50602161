import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Saved, useDisarm, useReissue } from './server'
import type { User } from './wire'

/** Lost replaces what a user has lost: his password, or the phone with his second factor. */
export function Lost({ user, onIssued }: { user: User; onIssued: (issued: Saved) => void }) {
  const { t } = useTranslation()
  const reissue = useReissue()
  const disarm = useDisarm()
  return (
    <>
      <div className="lost">
        <Popconfirm title={t('user.reissue_ask', { name: user.name })} onConfirm={() => reissue.mutate(user.id, { onSuccess: (issued) => onIssued(issued as Saved) })}>
          <Button loading={reissue.isPending}>{t('user.reissue')}</Button>
        </Popconfirm>
        {user.factor && (
          <Popconfirm title={t('user.disarm_ask', { name: user.name })} onConfirm={() => disarm.mutate(user.id)}>
            <Button loading={disarm.isPending} disabled={disarm.isSuccess}>{disarm.isSuccess ? t('user.disarmed') : t('user.disarm')}</Button>
          </Popconfirm>
        )}
      </div>
      <Fault error={reissue.error ?? disarm.error} />
    </>
  )
}

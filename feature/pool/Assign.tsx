import { Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { usePeople } from '../../ui/people'
import { type Pooled, useAssign } from './server'

/** Assign gives an account out of the pool to somebody, today or on a later day. */
export function Assign({ row, onDone }: { row: Pooled; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const today = dayjs().format('YYYY-MM-DD')
  const [user, choose] = useState<string>()
  const [on, set] = useState(today)
  const assign = useAssign(row.id)
  return (
    <Modal open title={t('pool.assign_title', { name: row.name })} onCancel={onDone} okText={t('pool.assign')} cancelText={t('pool.cancel')} okButtonProps={{ disabled: !user }}
      confirmLoading={assign.isPending} onOk={() => user && assign.mutate({ user, on }, { onSuccess: onDone })}>
      <div className="pool-form">
        <Select aria-label={t('pool.assign_to')} placeholder={t('pool.assign_to')} value={user} onChange={choose} options={options} showSearch={{ optionFilterProp: 'label' }} />
        <Day label={t('pool.assign_on')} value={on} onChange={set} first={today} />
        <Fault error={assign.error} />
      </div>
    </Modal>
  )
}

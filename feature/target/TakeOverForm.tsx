import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Board, type Row, useTakeOver } from './server'

/** TakeOverForm gives the months that are left of who has left to somebody who is here. */
export function TakeOverForm({ board, row, onDone }: { board: Board; row: Row; onDone: () => void }) {
  const { t } = useTranslation()
  const [to, choose] = useState('')
  const take = useTakeOver()
  const others = board.rows.filter((r) => r.kind === 'person' && !r.left)
  const save = () => take.mutate({ year: board.year, measure: board.measure, from: row.user ?? '', to, version: row.version, to_version: others.find((r) => r.user === to)?.version ?? 0 }, { onSuccess: onDone })
  return (
    <Modal open title={t('target.take_over_of', { name: row.name })} onCancel={onDone} width={420} okText={t('target.take_over')} okButtonProps={{ disabled: !to }} confirmLoading={take.isPending} onOk={save}>
      <p className="third">{t('target.take_over_how')}</p>
      <Select className="target-total" aria-label={t('target.successor')} placeholder={t('target.successor')} value={to || undefined} onChange={choose} showSearch={{ optionFilterProp: 'label' }} options={others.map((r) => ({ value: r.user ?? '', label: r.name }))} />
      <Fault error={take.error} />
    </Modal>
  )
}

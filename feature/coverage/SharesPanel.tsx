import { DownloadOutlined, EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PlainChip, TierWord } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { useAmounts } from './amounts'
import { type Sharing, type Spread, useGive } from './server'

/** SharesPanel lists what every account is to get, and what it got. */
export function SharesPanel({ spread: s, rows, onMore }: { spread: Spread; rows: Sharing[]; onMore?: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const amounts = useAmounts(s.unit)
  const [edited, edit] = useState<Sharing>()
  return (
    <Panel title={t('coverage.shares')} subtitle={t('coverage.moves_say', { count: s.accounts })}
      extra={may('coverage:export') && <Button size="small" icon={<DownloadOutlined />} href={`/api/coverage/budgets/${s.id}/export`}>{t('coverage.export')}</Button>}>
      <div className="sheet coverage-rows" tabIndex={0}>
        <table>
          <thead><tr><th scope="col" className="number">{t('coverage.place')}</th><th scope="col">{t('coverage.account')}</th><th scope="col">{t('coverage.tier')}</th><th scope="col" className="number">{t('coverage.planned')} {amounts.unit}</th><th scope="col" className="number">{t('coverage.actual')} {amounts.unit}</th>{s.may && <th />}</tr></thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.account}>
                <td className="number">{r.place}</td>
                <td><Link to="/accounts/$id" params={{ id: r.account } as never}>{r.name}</Link> {r.top && <PlainChip>{t('coverage.top')}</PlainChip>}</td>
                <td><TierWord tier={r.tier} /></td>
                <td className="number">{amounts.write(r.planned)}</td>
                <td className="number">{r.actual === null ? <span className="third">{t('coverage.no_actual')}</span> : amounts.write(r.actual)}</td>
                {s.may && <td><Button size="small" type="text" icon={<EditOutlined />} aria-label={t('coverage.edit_share', { name: r.name })} onClick={() => edit(r)} /></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onMore && <Button block onClick={onMore}>{t('coverage.more')}</Button>}
      {edited && <ShareForm spread={s} row={edited} onDone={() => edit(undefined)} />}
    </Panel>
  )
}

function ShareForm({ spread, row, onDone }: { spread: Spread; row: Sharing; onDone: () => void }) {
  const { t } = useTranslation()
  const [planned, plan] = useState<number | null>(row.planned / 100)
  const give = useGive(spread, row.account)
  return (
    <Modal open title={t('coverage.edit_share', { name: row.name })} onCancel={onDone} okText={t('coverage.save')} confirmLoading={give.isPending} okButtonProps={{ disabled: planned === null }}
      onOk={() => give.mutate(Math.round((planned ?? 0) * 100), { onSuccess: onDone })}>
      <div className="coverage-form">
        <InputNumber aria-label={t('coverage.planned')} prefix={<span className="third">{t(`coverage.unit_${spread.unit}`)}</span>} value={planned} min={0} max={1e12} onChange={plan} />
        <Fault error={give.error} />
      </div>
    </Modal>
  )
}

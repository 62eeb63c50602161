import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { FrameworkForm } from './FrameworkForm'
import { usePrice } from './price'
import { type Agreement, frameworkStates, useAgreements, useCancel } from './server'

/** FrameworksView are the prices that were agreed with customers, the next to end first. */
export function FrameworksView() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [{ framework: state }, set] = useAddress<{ framework: (typeof frameworkStates)[number] }>({ framework: '' })
  const { data, error, refetch, isPlaceholderData } = useAgreements(state)
  const [changing, change] = useState<Agreement | 'new'>()
  const button = data?.may && <Button size="small" icon={<PlusOutlined />} onClick={() => change('new')}>{t('pricing.agree')}</Button>
  return (
    <>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : (
        <Panel title={t('pricing.frameworks')} subtitle={t('pricing.framework_note', { days: data.warn, currency: data.currency })} stale={isPlaceholderData} extra={<span className="pricing-bar">
          <Select size="small" value={state} aria-label={t('pricing.state')} popupMatchSelectWidth={false} onChange={(framework) => set({ framework })} options={frameworkStates.map((value) => ({ value, label: t(value ? `pricing.framework_${value}` : 'pricing.every_state') }))} />
          <FrameworkFiles />
          {data.rows.length > 0 && button}
        </span>}>
          {data.rows.length === 0 ? <Empty action={button}>{t('pricing.no_frameworks')}</Empty> : <Rows rows={data.rows} may={data.may} onChange={change} />}
          {data.more && <p className="third">{t('pricing.more_not_shown', { count: count(data.rows.length) })}</p>}
        </Panel>
      )}
      {changing && <FrameworkForm old={changing === 'new' ? undefined : changing} onDone={() => change(undefined)} />}
    </>
  )
}

function FrameworkFiles() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Lists small of={t('pricing.frameworks')} parts={[{
      title: t('pricing.frameworks'),
      out: may('framework:export') ? ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `/api/prices/frameworks/export?format=${format}` })) : [],
      into: may('framework:write') && may('import:write') ? { address: '/api/prices/frameworks/import', accept: '.xlsx,.csv' } : undefined,
    }]} />
  )
}

function Rows({ rows, may, onChange }: { rows: Agreement[]; may: boolean; onChange: (a: Agreement) => void }) {
  const { t } = useTranslation()
  const price = usePrice()
  const cancel = useCancel()
  return (
    <div className="pricing-scroll" tabIndex={0} role="group" aria-label={t('pricing.frameworks')}>
      <Fault error={cancel.error} />
      <table className="pricing-rows">
        <thead><tr><th scope="col">{t('pricing.customer')}</th><th scope="col">{t('pricing.product')}</th><th scope="col" className="number">{t('pricing.agreed')}</th><th scope="col">{t('pricing.days')}</th><th scope="col">{t('pricing.basis')}</th><th scope="col">{t('pricing.state')}</th>{may && <th />}</tr></thead>
        <tbody>{rows.map((a) => (
          <tr key={a.id}>
            <td className="pricing-name"><Link to="/accounts/$id" params={{ id: a.account } as never}>{a.customer}</Link></td>
            <td className="pricing-name">{a.name} <small className="third">{a.item}</small></td>
            <td className="number">{price(a.agreed)}</td><td>{a.from} – {a.until}</td><td className="pricing-name">{a.basis}</td>
            <td>{a.state === 'running' ? <StateChip state="ok">{t('pricing.framework_running')}</StateChip> : a.state === 'ending' ? <StateChip state="ask">{t('pricing.framework_ending')}</StateChip> : <PlainChip outlined>{t(`pricing.framework_${a.state}`)}</PlainChip>}</td>
            {may && <td className="pricing-acts">
              <Button size="small" type="link" aria-label={`${t('pricing.change')} ${a.customer} ${a.name}`} onClick={() => onChange(a)}>{t('pricing.change')}</Button>
              <Popconfirm title={t('pricing.drop_sure')} okText={t('pricing.drop')} cancelText={t('pricing.cancel')} onConfirm={() => cancel.mutate(a)}>
                <Button size="small" type="link" danger aria-label={`${t('pricing.drop')} ${a.customer} ${a.name}`}>{t('pricing.drop')}</Button>
              </Popconfirm>
            </td>}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

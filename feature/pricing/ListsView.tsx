import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { EntriesPanel } from './EntriesPanel'
import { ListForm } from './ListForm'
import { type List, useDropList, useLists } from './server'

/** ListsView are all lists of prices, and what one of them says. */
export function ListsView() {
  const { t } = useTranslation()
  const { data, error, refetch } = useLists()
  const [{ list }, set] = useAddress<{ list: string }>({ list: '' })
  const [changing, change] = useState<List | 'new'>()
  const chosen = data?.rows.find((l) => l.id === list) ?? data?.rows.find((l) => l.holds) ?? data?.rows[0]
  const button = data?.may && <Button size="small" icon={<PlusOutlined />} onClick={() => change('new')}>{t('pricing.new_list')}</Button>
  return (
    <>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : (
        <Panel title={t('pricing.lists')} subtitle={t('pricing.order')} extra={data.rows.length > 0 && button}>
          {data.rows.length === 0 ? <Empty action={button}>{t(data.may ? 'pricing.no_lists' : 'pricing.no_lists_yet')}</Empty>
            : <Rows lists={data.rows} chosen={chosen?.id} may={data.may} onChoose={(list) => set({ list })} onChange={change} />}
        </Panel>
      )}
      {data && chosen && <EntriesPanel key={chosen.id} list={chosen} currency={data.currency} may={data.may} />}
      {data && changing && <ListForm old={changing === 'new' ? undefined : changing} lists={data} onDone={() => change(undefined)} />}
    </>
  )
}

interface Props {
  lists: List[]
  chosen?: string
  may: boolean
  onChoose: (id: string) => void
  onChange: (l: List) => void
}

function Rows({ lists, chosen, may, onChoose, onChange }: Props) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const drop = useDropList()
  return (
    <div className="pricing-scroll" tabIndex={0} role="group" aria-label={t('pricing.lists')}>
      <Fault error={drop.error} />
      <table className="pricing-rows">
        <thead><tr><th scope="col">{t('pricing.name')}</th><th scope="col">{t('pricing.for')}</th><th scope="col">{t('pricing.days')}</th><th scope="col" className="number">{t('pricing.products')}</th><th scope="col">{t('pricing.state')}</th>{may && <th />}</tr></thead>
        <tbody>{lists.map((l) => (
          <tr key={l.id} className={l.id === chosen ? 'pricing-chosen' : undefined}>
            <td className="pricing-name"><button type="button" className="pricing-link" aria-pressed={l.id === chosen} onClick={() => onChoose(l.id)}>{l.name}</button>{l.note && <small className="third">{l.note}</small>}</td>
            <td><Whom list={l} /></td>
            <td>{l.from} – {l.until ?? t('pricing.endless')}</td>
            <td className="number">{count(l.count)}</td>
            <td>{l.holds ? <StateChip state="ok">{t('pricing.holds')}</StateChip> : <PlainChip outlined>{t('pricing.holds_not')}</PlainChip>}</td>
            {may && <td className="pricing-acts">
              <Button size="small" type="link" aria-label={`${t('pricing.change')} ${l.name}`} onClick={() => onChange(l)}>{t('pricing.change')}</Button>
              <Popconfirm title={t('pricing.drop_sure')} okText={t('pricing.drop')} cancelText={t('pricing.cancel')} onConfirm={() => drop.mutate(l)}>
                <Button size="small" type="link" danger aria-label={`${t('pricing.drop')} ${l.name}`}>{t('pricing.drop')}</Button>
              </Popconfirm>
            </td>}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

/** Whom says for whom a list is. */
function Whom({ list }: { list: List }) {
  const { t } = useTranslation()
  if (list.scope === 'all') return t('pricing.scope_all')
  return `${t(`pricing.scope_${list.scope}`)}: ${list.scope === 'tier' ? t(`pricing.tier_${list.place}`) : list.place}`
}

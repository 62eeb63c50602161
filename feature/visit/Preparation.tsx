import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { useMay } from '../../ui/me'
import { usePrepare } from './server'
import { isAhead, type Kept } from './visits'

type Item = Kept['prepared']['items'][number]

/** Preparation is what to have before one goes: what is missing stands at the end, empty and amber. */
export function Preparation({ visit }: { visit: Kept }) {
  const { t } = useTranslation()
  const { share } = useFigures()
  const { items, done, readiness } = visit.prepared
  const all = done === items.length
  return (
    <section>
      <h3>{t('visit.preparation')}<small>{done} / {items.length} · {share(readiness, 0)}</small>
        <span className="visit-bar" aria-hidden="true"><i className={all ? 'full' : ''} style={{ width: `${(done / items.length) * 100}%` }} /></span>
      </h3>
      <Items visit={visit} />
    </section>
  )
}

/** Items are ticked by hand, except those that are worked out. */
export function Items({ visit }: { visit: Kept }) {
  const may = useMay()
  const prepare = usePrepare(visit)
  const { items } = visit.prepared
  const order = [...items].sort((a, b) => Number(b.done) - Number(a.done))
  const fixed = !isAhead(visit) || !may('visit:write') || prepare.isPending
  return (
    <>
      <div className="visit-items">{order.map((i) => <Tick key={i.item} item={i} visit={visit} fixed={fixed} onChange={(done) => prepare.mutate([{ item: i.item, done }])} />)}</div>
      <Fault error={prepare.error} />
    </>
  )
}

function Tick({ item: { item, done, auto }, visit, fixed, onChange }: { item: Item; visit: Kept; fixed: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation()
  const { share } = useFigures()
  const { prepared, objectives } = visit
  const says = t(`visit.item_${item}`, { share: share(prepared.background, 0), confirmed: objectives.filter((o) => o.confirmed).length, all: objectives.length })
  const mark = done ? <CheckOutlined /> : <i className="box" aria-hidden="true" />
  if (auto) return <span className={done ? '' : 'soon'}>{mark}{says}</span>
  return <button type="button" role="checkbox" aria-checked={done} disabled={fixed} className={done ? '' : 'soon'} onClick={() => onChange(!done)}>{mark}{says}</button>
}

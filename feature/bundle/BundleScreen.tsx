import './bundle.css'
import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { PlainChip } from '../../ui/kit/Chip'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { PackForm } from './PackForm'
import { PartnerForm } from './PartnerForm'
import { type Bundle, type Partner, type Shelf, useShelf } from './server'

/** BundleScreen shows what is sold together, what that earns, and with whom. */
export default function BundleScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch } = useShelf()
  const [packing, pack] = useState<Bundle | 'new'>()
  const [meeting, meet] = useState<Partner | 'new'>()
  const write = may('bundle:write')
  const add = <Button size="small" icon={<PlusOutlined />} onClick={() => pack('new')}>{t('bundle.pack')}</Button>
  const know = <Button size="small" icon={<PlusOutlined />} onClick={() => meet('new')}>{t('bundle.meet')}</Button>
  return (
    <div className="stack">
      <PageHead title={t('bundle.bundles')} note={t('bundle.says')}>
        {may('sharing:read') && <Link to="/bundles/sharing">{t('bundle.sharing')}</Link>}
        {may('bundle:export') && <Button href="/api/bundles/export">{t('bundle.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : <div className="bundle-screen">
        <Panel title={t('bundle.bundles')} extra={write && data.bundles.length > 0 && add}>
          {data.bundles.length === 0 ? <Empty action={write && add}>{t('bundle.none')}</Empty> : data.bundles.map((b) => <One key={b.id} shelf={data} bundle={b} onEdit={write ? () => pack(b) : undefined} />)}
        </Panel>
        <Panel title={t('bundle.partners')} extra={write && data.partners.length > 0 && know}>
          {data.partners.length === 0 ? <Empty action={write && know}>{t('bundle.nobody')}</Empty> : data.partners.map((p) => <Whom key={p.id} partner={p} currency={data.currency} onEdit={write ? () => meet(p) : undefined} />)}
        </Panel>
      </div>}
      {packing && data && <PackForm shelf={data} old={packing === 'new' ? undefined : packing} onDone={() => pack(undefined)} />}
      {meeting && <PartnerForm old={meeting === 'new' ? undefined : meeting} onDone={() => meet(undefined)} />}
    </div>
  )
}

function One({ shelf, bundle: b, onEdit }: { shelf: Shelf; bundle: Bundle; onEdit?: () => void }) {
  const { t } = useTranslation()
  const { exact, share } = useFigures(shelf.currency)
  return (
    <article className="bundle-one">
      <header>
        <b>{b.name}</b>{b.ended && <PlainChip outlined>{t('bundle.ended_on', { on: b.ended })}</PlainChip>}
        <span className="number">{exact(b.asked)}</span>
        {onEdit && <Button size="small" type="link" aria-label={`${t('bundle.edit')} ${b.name}`} onClick={onEdit}>{t('bundle.edit')}</Button>}
      </header>
      {b.note && <p className="third">{b.note}</p>}
      <ul>{b.items.map((item, i) => (
        <li key={i}>{item.name}<span className="third"> {item.partner ? shelf.partners.find((p) => p.id === item.partner)?.name : t('bundle.ours')}</span>{item.cost !== undefined && <span className="number">{exact(item.cost)}</span>}</li>
      ))}</ul>
      {b.left !== undefined && b.left !== null && <p>{t('bundle.earns', { asked: exact(b.asked), own: exact(b.own ?? 0), partners: exact(b.partners ?? 0), left: share(b.left) })}</p>}
    </article>
  )
}

function Whom({ partner: p, currency, onEdit }: { partner: Partner; currency: string; onEdit?: () => void }) {
  const { t } = useTranslation()
  const { exact } = useFigures(currency)
  return (
    <article className="bundle-one">
      <header><b>{p.name}</b>{onEdit && <Button size="small" type="link" aria-label={`${t('bundle.edit')} ${p.name}`} onClick={onEdit}>{t('bundle.edit')}</Button>}</header>
      {p.note && <p className="third">{p.note}</p>}
      <dl>{p.ways.map((w) => (
        <div key={w.way}>
          <dt>{t(`bundle.way_${w.way}`)}{w.chosen && <PlainChip>{t('bundle.chosen')}</PlainChip>}{w.cost !== undefined && <small className="third"> {t('bundle.costs', { cost: exact(w.cost) })}</small>}</dt>
          <dd>{w.pros && <span>＋ {w.pros}</span>}{w.cons && <span>− {w.cons}</span>}</dd>
        </div>
      ))}</dl>
    </article>
  )
}

import './servicing.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { ChangesPanel } from './ChangesPanel'
import { named, type Row, type Servings, type Type, types, useServings } from './server'
import { TypeChip } from './TypeChip'

/** ServicingScreen asks whether better service pays for what it costs. */
export default function ServicingScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ before, after, type }, set] = useAddress<{ before: string; after: string; type: '' | Type }>({ before: '', after: '', type: '' })
  const pages = useServings(before, after, type)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const figures = useFigures(first?.currency)
  const asked = new URLSearchParams({ ...(before && { before }), ...(after && { after }), ...(type && { type }) })
  const options = [...new Set([...(first?.quarters ?? []), first?.before ?? '', first?.after ?? ''])].filter(Boolean).sort().reverse().map((value) => ({ value, label: named(value) }))
  const quarter = (which: 'before' | 'after') => first && first.quarters.length > 0 && (
    <Select aria-label={t(`servicing.${which}`)} prefix={<span className="third">{t(`servicing.${which}`)}</span>} popupMatchSelectWidth={false} value={first[which]} options={options} onChange={(value) => set({ before: first.before, after: first.after, [which]: value })} />
  )
  return (
    <div className="wide servicing">
      <PageHead title={t('servicing.title')} note={t('servicing.question')}>
        <UnitSwitch />
        {quarter('before')}
        {quarter('after')}
        <Select<'' | Type> aria-label={t('servicing.type')} value={type} popupMatchSelectWidth={false} onChange={(type) => set({ type })}
          options={[{ value: '', label: t('servicing.all') }, ...types.map((value) => ({ value, label: `${t(`servicing.${value}`)} ${figures.count(first?.parts.find((p) => p.type === value)?.count)}` }))]} />
        {may('servicing:export') && <Button icon={<DownloadOutlined />} href={`/api/servicing/export?${asked}`}>{t('servicing.export')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {!first ? !pages.error && <Panel title={t('servicing.title')}><Waiting rows={8} /></Panel> : first.quarters.length === 0 ? <Panel title={t('servicing.title')}><Empty>{t('servicing.none_rated')}</Empty></Panel> : (
        <>
          <ChangesPanel all={first} rows={rows} stale={pages.isPlaceholderData} />
          <Panel title={t('servicing.list')} subtitle={`${t('servicing.list_say')} · ${figures.unit}`} stale={pages.isPlaceholderData} note={first.scope === 'own' && t('servicing.own')}>
            <Rows rows={rows} all={first} />
            {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('servicing.more')}</Button>}
          </Panel>
        </>
      )}
    </div>
  )
}

function Rows({ rows, all }: { rows: Row[]; all: Servings }) {
  const { t } = useTranslation()
  const figures = useFigures(all.currency)
  const rating = (q: Row['before']) => (q.version ? figures.count(q.value) : missing)
  return (
    <div className="sheet" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('servicing.account')}</th>
            <th scope="col">{t('servicing.type')}</th>
            <th scope="col" className="number">{t('servicing.index')}</th>
            <th scope="col" className="number wide">{t('servicing.cost')}</th>
            <th scope="col" className="number wide">{t('servicing.gross')}</th>
            <th scope="col" className="number">{t('servicing.marginal')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td><Link to="/accounts/$id" params={{ id: r.id } as never}>{r.name}</Link></td>
              <td><Why label={r.name} chip={<TypeChip type={r.type} />}>{() => <Reasoned why={r.why} stand={`${named(all.before)} → ${named(all.after)}`} currency={all.currency} />}</Why></td>
              <td className="number">{rating(r.before)} → {rating(r.after)}</td>
              <td className="number wide">{figures.sum(r.before.cost)} → {figures.sum(r.after.cost)}</td>
              <td className="number wide">{figures.sum(r.before.gross)} → {figures.sum(r.after.gross)}</td>
              <td className="number">{r.marginal === null ? missing : <>{figures.decimal(r.marginal, 2)}<small className={r.pays ? 'third' : 'soon'}>{t(r.pays ? 'servicing.pays' : 'servicing.pays_not')}</small></>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import './lifetime.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { because } from './because'
import { type Basis, type Lifetimes, type Row, useLifetimes, type Way, ways } from './server'
import { WayChip } from './WayChip'

/** LifetimeScreen lists what accounts will bring as long as they stay, and how that is known. */
export default function LifetimeScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ basis, way }, set] = useAddress<{ basis: Basis; way: Way }>({ basis: 'margin', way: '' })
  const pages = useLifetimes(basis, way)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const figures = useFigures(first?.currency)
  const asked = new URLSearchParams({ basis, ...(way && { way }) })
  return (
    <div className="wide lifetime">
      <PageHead title={t('lifetime.title')} note={t('lifetime.question')}>
        <UnitSwitch />
        <Segmented<Basis> aria-label={t('lifetime.basis')} value={basis} onChange={(basis) => set({ basis })} options={(['margin', 'sales'] as const).map((value) => ({ value, label: t(`lifetime.basis_${value}`) }))} />
        <Select<Way> aria-label={t('lifetime.show')} value={way} onChange={(way) => set({ way })} popupMatchSelectWidth={false} options={ways.map((value) => ({ value, label: t(value ? `lifetime.way_${value}` : 'lifetime.all') }))} />
        {may('lifetime:export') && <Button icon={<DownloadOutlined />} href={`/api/lifetime/export?${asked}`}>{t('lifetime.export')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {!first ? !pages.error && <Panel title={t('lifetime.title')}><Waiting rows={8} /></Panel> : !first.ready ? <Panel title={t('lifetime.title')}><Empty>{t('lifetime.working')}</Empty></Panel> : (
        <>
          <Parts all={first} />
          <Panel title={t('lifetime.title')} stale={pages.isPlaceholderData} note={basis === 'sales' ? t('lifetime.sales_warning') : first.scope === 'own' && t('lifetime.own')}
            subtitle={`${t('lifetime.how', { basis: t(`lifetime.basis_${basis}`), discount: figures.share(first.discount) })} · ${figures.unit}`}>
            {rows.length ? <Rows rows={rows} figures={figures} /> : <Empty>{t(way ? 'lifetime.no_accounts' : 'lifetime.none_yet')}</Empty>}
            {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('lifetime.more')}</Button>}
          </Panel>
        </>
      )}
    </div>
  )
}

type Figures = ReturnType<typeof useFigures>

/** Parts says of how many accounts a value is known by which way, and why. */
function Parts({ all }: { all: Lifetimes }) {
  const { t } = useTranslation()
  const figures = useFigures(all.currency)
  const named = (p: Lifetimes['parts'][number]) => t(`lifetime.way_${p.way || 'unknown'}`)
  const sheet = () => ({ columns: [t('lifetime.way'), t('lifetime.because'), t('lifetime.account'), t('lifetime.five')], rows: all.parts.map((p) => [named(p), t(because(p)), p.count, p.five / 100]) })
  const told = all.told && [
    `${t(all.told.measured ? 'lifetime.measured' : 'lifetime.decided')} ${figures.share(all.told.retention)}`, `${t('lifetime.repeats')} ${figures.count(all.told.repeats)}`,
    all.told.sample > 0 && `${t('lifetime.sample')} ${figures.count(all.told.sample)}`,
  ].filter(Boolean).join(' · ')
  return (
    <Panel title={t('lifetime.parts')} subtitle={told || t('lifetime.parts_say')} sheet={sheet} note={all.fitted_on && all.fitted_on < all.as_of && t('lifetime.fitted', { date: all.fitted_on })}>
      <div className="sheet" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('lifetime.way')}</th><th scope="col">{t('lifetime.because')}</th><th scope="col" className="number">{t('lifetime.account')}</th><th scope="col" className="number">{t('lifetime.five')}</th></tr></thead>
          <tbody>
            {all.parts.map((p) => (
              <tr key={p.way + p.why}>
                <td><WayChip way={p.way} /></td>
                <td className="lifetime-reason">{t(because(p))}</td>
                <td className="number">{figures.count(p.count)}</td>
                <td className="number">{p.way ? figures.sum(p.five) : missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Rows({ rows, figures }: { rows: Row[]; figures: Figures }) {
  const { t } = useTranslation()
  return (
    <div className="sheet" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('lifetime.account')}</th>
            <th scope="col">{t('lifetime.way')}</th>
            <th scope="col" className="number">{t('lifetime.five')}</th>
            <th scope="col" className="number wide">{t('lifetime.whole')}</th>
            <th scope="col" className="number wide">{t('lifetime.year')}</th>
            <th scope="col" className="number wide">{t('lifetime.orders')}</th>
            <th scope="col" className="number wide">{t('clv.alive')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td><Link to="/accounts/$id" params={{ id: r.id } as never}>{r.name}</Link></td>
              <td title={t(because(r))}><WayChip way={r.way} /></td>
              <td className="number"><b>{figures.sum(r.five)}</b></td>
              <td className="number wide">{figures.sum(r.whole)}</td>
              <td className="number wide">{figures.sum(r.year)}</td>
              <td className="number wide">{figures.count(r.orders)}</td>
              <td className="number wide">{figures.share(r.alive)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

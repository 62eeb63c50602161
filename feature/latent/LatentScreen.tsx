import './latent.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { DeclineForm } from './DeclineForm'
import { PairsPanel } from './PairsPanel'
import { Reason } from './Reason'
import { type Kind, kinds, type Row, type Rows, useCandidates, type Which } from './server'

type Choice = { kind: Kind | ''; owner: string; industry: string; product: string }

const none: Choice = { kind: '', owner: '', industry: '', product: '' }

/** LatentScreen lists what accounts would probably buy, the most valuable first. */
export default function LatentScreen() {
  const { t } = useTranslation()
  const figures = useFigures()
  const [choice, set] = useAddress<Choice>(none)
  const which: Which = { kind: choice.kind || undefined, owner: choice.owner || undefined, industry: choice.industry || undefined, product: choice.product || undefined }
  const pages = useCandidates(which)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  return (
    <div className="wide latent-screen">
      <PageHead title={t('latent.latent')} note={first?.mined && `${t('latent.candidates', { count: figures.count(first.count), accounts: figures.count(first.accounts) })} · ${t('latent.as_of', { date: first.as_of })}`}>
        <Choices choice={choice} set={set} page={first} />
        <Export which={which} />
      </PageHead>
      <Panel title={t('latent.question')} subtitle={`${t('latent.value_help')} · ${figures.unit}`} stale={pages.isPlaceholderData} note={first?.scope === 'own' && t('latent.scope_own')}
        extra={choice.product && <Button size="small" onClick={() => set({ product: '' })}>{choice.product} ×</Button>}>
        <Fault error={pages.error} onRetry={() => void pages.refetch()} />
        {!first ? !pages.error && <Waiting rows={8} /> : rows.length === 0 ? <Empty>{t(first.mined ? 'latent.empty' : 'latent.not_mined')}</Empty> : <Table rows={rows} onProduct={(product) => set({ product })} />}
        {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('latent.more')}</Button>}
      </Panel>
      <PairsPanel />
    </div>
  )
}

function Choices({ choice, set, page }: { choice: Choice; set: (change: Partial<Choice>) => void; page?: Rows }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { options } = usePeople()
  const many = (kind: Kind) => figures.count(page?.counts.find((c) => c.kind === kind)?.count)
  const industries = page?.industries ?? []
  return (
    <>
      <Segmented<Choice['kind']> aria-label={t('latent.kind')} value={choice.kind} onChange={(kind) => set({ kind })}
        options={[{ value: '', label: t('latent.all') }, ...kinds.map((value) => ({ value, label: `${t(`latent.${value}`)} ${page ? many(value) : ''}` }))]} />
      <Select aria-label={t('latent.owner')} value={choice.owner} onChange={(owner) => set({ owner })} popupMatchSelectWidth={false} showSearch optionFilterProp="label"
        options={[{ value: '', label: t('latent.all_owners') }, ...options]} />
      <Select aria-label={t('latent.industry')} value={choice.industry} onChange={(industry) => set({ industry })} popupMatchSelectWidth={false} showSearch
        options={[{ value: '', label: t('latent.all_industries') }, ...industries.map((value) => ({ value, label: value }))]} />
    </>
  )
}

function Export({ which }: { which: Which }) {
  const { t } = useTranslation()
  if (!useMay()('latent:export')) return null
  const query = new URLSearchParams(Object.entries(which).filter(([, value]) => value))
  return <Button icon={<DownloadOutlined />} href={`/api/latent/export?${query}`}>{t('latent.export')}</Button>
}

function Table({ rows, onProduct }: { rows: Row[]; onProduct: (code: string) => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const [chosen, choose] = useState<Row>()
  return (
    <div className="sheet latent-rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('latent.customer')}</th>
            <th scope="col" className="wide">{t('latent.industry')}</th>
            <th scope="col" className="wide">{t('latent.owner')}</th>
            <th scope="col">{t('latent.product_name')}</th>
            <th scope="col">{t('latent.why')}</th>
            <th scope="col" className="number">{t('latent.value')}</th>
            {may('latent:decide') && <th scope="col"><span className="unseen">{t('latent.decline')}</span></th>}
          </tr>
        </thead>
        <tbody>{rows.map((r) => <Line key={`${r.account} ${r.kind} ${r.product}`} row={r} onProduct={() => onProduct(r.product)} onDecline={may('latent:decide') ? () => choose(r) : undefined} />)}</tbody>
      </table>
      {chosen && <DeclineForm account={chosen.account} candidate={chosen} onDone={() => choose(undefined)} />}
    </div>
  )
}

function Line({ row: r, onProduct, onDecline }: { row: Row; onProduct: () => void; onDecline?: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  return (
    <tr>
      <td><Link to="/accounts/$id" params={{ id: r.account } as never}>{r.name}</Link><small className="third">{r.code}</small></td>
      <td className="wide">{r.industry || missing}{r.size && <small className="third">{t(`account.size_${r.size}`)}</small>}</td>
      <td className="wide">{name(r.owner) || missing}</td>
      <td><button type="button" className="link" onClick={onProduct}>{r.product_name}</button>{r.product_name !== r.product && <small className="third">{r.product}</small>}</td>
      <td><Reason candidate={r} /></td>
      <td className="number">{r.value === undefined ? missing : figures.sum(r.value)}</td>
      {onDecline && <td className="number"><Button size="small" type="text" aria-label={`${t('latent.decline')} ${r.name} ${r.product_name}`} onClick={onDecline}>{t('latent.decline')}</Button></td>}
    </tr>
  )
}

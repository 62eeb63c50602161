import './portfolio.css'
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Segmented, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'

type Gap = Reply<'/api/portfolio/gaps'>['rows'][number]
type Kind = '' | Gap['kind']

const kinds: Kind[] = ['', 'demand', 'potential', 'influence']

/** GapScreen is what to ask customers next: what nobody knows, or knows no more, by what an answer could change. */
export default function GapScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures()
  const [{ kind }, set] = useAddress<{ kind: Kind }>({ kind: '' })
  const pages = useGaps(kind)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  return (
    <div className="wide gaps">
      <PageHead title={t('portfolio.asking')} note={first && t('portfolio.gap_says', { missing: figures.count(first.missing), expired: figures.count(first.expired) })}>
        <Segmented<Kind> aria-label={t('portfolio.gap_kind')} value={kind} onChange={(kind) => set({ kind })} options={kinds.map((value) => ({ value, label: t(`portfolio.gap_${value || 'all'}`) }))} />
        <UnitSwitch />
        {may('portfolio:export') && <Button icon={<DownloadOutlined />} href={`/api/portfolio/gaps/export${kind && `?kind=${kind}`}`}>{t('portfolio.ask_download')}</Button>}
        {may('portfolio:estimate') && may('import:write') && <Fill />}
      </PageHead>
      <Panel title={t('portfolio.ask_order')} subtitle={t('portfolio.ask_why')} stale={pages.isPlaceholderData}>
        <Fault error={pages.error} onRetry={() => void pages.refetch()} />
        {!first ? !pages.error && <Waiting rows={10} /> : rows.length === 0 ? <Empty>{t('portfolio.gap_none')}</Empty> : <Rows rows={rows} currency={first.currency} />}
        {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('portfolio.more')}</Button>}
      </Panel>
    </div>
  )
}

function useGaps(kind: Kind) {
  return useInfiniteQuery({
    queryKey: ['portfolio', 'gaps', kind],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/portfolio/gaps', { params: { query: { kind: kind || undefined, after } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.next ? Number(page.next) : undefined),
    placeholderData: keepPreviousData,
  })
}

function Rows({ rows, currency }: { rows: Gap[]; currency: string }) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  const { name } = usePeople()
  return (
    <div className="sheet gap-rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('portfolio.account')}</th>
            <th scope="col">{t('portfolio.gap_kind')}</th>
            <th scope="col">{t('portfolio.gap_state')}</th>
            <th scope="col">{t('portfolio.gap_turns')}</th>
            <th scope="col" className="number">{t('portfolio.gap_yearly', { unit: figures.unit })}</th>
            <th scope="col">{t('portfolio.gap_who')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((g) => (
            <tr key={g.id + g.kind}>
              <td><Link to="/accounts/$id" params={{ id: g.id } as never}>{g.name}</Link></td>
              <td>{t(`portfolio.gap_${g.kind}`)}</td>
              <td className={g.value == null ? 'third' : 'soon'}>{g.value == null ? t('portfolio.gap_missing') : `${g.kind === 'influence' ? g.value : figures.sum(g.value)} · ${t('portfolio.gap_expired', { date: figures.date(g.expires) })}`}</td>
              <td><span className="chips">{g.turns.map((model) => <span key={model} className="chip chip-plain">{t(`portfolio.model_${model}`)}</span>)}</span></td>
              <td className="number">{figures.sum(g.sales)}</td>
              <td>{name(g.owner) || missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Fill takes the sheet back; it says which rows are wrong, and then takes none. */
function Fill() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const send = useMutation({
    mutationFn: async (file: File) => take(await api.POST('/api/portfolio/estimates', { body: file as never, bodySerializer: (body) => body as never, headers: { 'Content-Type': 'application/octet-stream' } })),
    onSuccess: (f) => {
      if (f.wrong.length === 0) {
        void message.success(t('portfolio.filled', { taken: f.taken, blank: f.blank }))
        return void queries.invalidateQueries({ queryKey: ['portfolio'] })
      }
      modal.error({ title: t('portfolio.filled_wrong', { count: f.wrong.length }), content: <ul className="gap-wrong">{f.wrong.map((w) => <li key={w.row}><b>{t('portfolio.wrong_row', { row: w.row })}</b> {w.code} {t(w.key, w.args)}</li>)}</ul> })
    },
  })
  return (
    <>
      <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={(file) => { send.mutate(file); return false }}>
        <Button type="primary" icon={<UploadOutlined />} loading={send.isPending}>{t('portfolio.ask_upload')}</Button>
      </Upload>
      <Fault error={send.error} />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Figures, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Compared, useCompared } from './server'

interface Line {
  key: string
  of: (c: Compared) => number | null | undefined
  write: (figures: Figures, n: number | null | undefined) => string
  /** an amount: exported in units, not in cents */
  amount?: boolean
}

const count = (f: Figures, n: number | null | undefined) => f.count(n)
const sum = (f: Figures, n: number | null | undefined) => f.sum(n)

const lines: Line[] = [
  { key: 'accounts', of: (c) => c.accounts, write: count },
  { key: 'customers', of: (c) => c.customers, write: count },
  { key: 'keys', of: (c) => c.keys, write: count },
  { key: 'sales', of: (c) => c.sales, write: sum, amount: true },
  { key: 'growth', of: (c) => c.growth, write: (f, n) => f.change(n) },
  { key: 'average', of: (c) => (c.accounts ? c.sales / c.accounts : null), write: sum, amount: true },
  { key: 'orders', of: (c) => c.orders, write: count },
  { key: 'gross', of: (c) => c.gross, write: sum, amount: true },
  { key: 'margin', of: (c) => (c.gross != null && c.sales ? c.gross / c.sales : null), write: (f, n) => f.share(n) },
]

/** ComparePanel puts segments beside all accounts. */
export function ComparePanel({ segments }: { segments: string[] }) {
  const { t } = useTranslation()
  const { data, error, isPlaceholderData, refetch } = useCompared(segments)
  const figures = useFigures(data?.currency)
  const margins = useMay()('margin:read')
  const shown = lines.filter((l) => margins || !['gross', 'margin'].includes(l.key))
  const named = (c: Compared) => c.name || t('segment.all_accounts')
  const title = (l: Line) => t(`segment.${l.key}`) + (l.amount ? ` ${figures.unit}` : '')
  const sheet = () => ({
    columns: ['', ...(data?.columns ?? []).map(named)],
    rows: shown.map((l) => [t(`segment.${l.key}`), ...(data?.columns ?? []).map((c) => plain(l, c))]),
  })
  return (
    <Panel title={t('segment.compare')} subtitle={data && `${t('segment.compare_says')} · ${t('segment.as_of', { date: data.as_of })}${data.scope === 'own' ? t('segment.own_scope') : ''}`} sheet={data && sheet} stale={isPlaceholderData} className="segment-compare">
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : (
        <div className="sheet" tabIndex={0}>
          <table>
            <thead><tr><th scope="col" /><>{data.columns.map((c) => <th key={(c.id ?? '') + c.band} scope="col" className="number">{named(c)}</th>)}</></tr></thead>
            <tbody>{shown.map((l) => (
              <tr key={l.key}>
                <th scope="row">{title(l)}</th>
                {data.columns.map((c) => <td key={(c.id ?? '') + c.band} className="number">{l.write(figures, l.of(c))}</td>)}
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

const plain = (l: Line, c: Compared) => {
  const n = l.of(c)
  return n == null ? null : l.amount ? Math.round(n) / 100 : n
}

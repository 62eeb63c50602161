import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Export } from './Export'
import { type Lines, useLines } from './server'

type Line = Lines['whole']

/** LinesView lists product lines down to their gross profit: no rule divides what accounts cost over them. */
export function LinesView() {
  const { t } = useTranslation()
  const { data, error, isPlaceholderData, refetch } = useLines()
  const figures = useFigures(data?.currency)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('worth.lines')}><Waiting rows={8} /></Panel>
  const name = (l: Line) => l.name || t('worth.no_line')
  const sheet = () => ({
    columns: [t('worth.line'), t('worth.buyers'), t('worth.part_sales'), t('worth.part_goods'), t('worth.part_gross'), t('worth.open_sales'), t('worth.sales_before'), t('worth.gross_before')],
    rows: data.rows.map((l) => [name(l), l.accounts, l.sales / 100, ...[l.goods, l.gross].map((v) => (v === null ? t('worth.no_data') : v / 100)), l.open / 100, l.before / 100, l.left === null ? t('worth.no_data') : l.left / 100]),
  })
  return (
    <Panel title={t('worth.lines')} subtitle={t('worth.contribution_say', { unit: figures.unit, since: data.since, until: data.until })} sheet={sheet} stale={isPlaceholderData} extra={<Export path="lines" />}
      note={[t('worth.lines_end'), data.scope === 'own' && t('worth.scope_own')].filter(Boolean).join(' ')}>
      {data.rows.length === 0 ? <Empty>{t('worth.nothing')}</Empty> : (
        <div className="sheet worth-groups" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('worth.line')}</th>
                <th scope="col" className="number wide">{t('worth.buyers')}</th>
                <th scope="col" className="number">{t('worth.part_sales')}</th>
                <th scope="col" className="number wide">{t('worth.against')}</th>
                <th scope="col" className="number wide">{t('worth.part_goods')}</th>
                <th scope="col" className="number">{t('worth.part_gross')}</th>
                <th scope="col" className="number">{t('worth.margin')}</th>
                <th scope="col" className="number wide">{t('worth.open_sales')}</th>
              </tr>
            </thead>
            <tbody>{data.rows.map((l) => <Row key={l.name} line={l} name={name(l)} figures={figures} />)}</tbody>
            <tfoot><Row line={data.whole} name={t('worth.sum')} figures={figures} /></tfoot>
          </table>
        </div>
      )}
    </Panel>
  )
}

function Row({ line: l, name, figures }: { line: Line; name: string; figures: Figures }) {
  const { t } = useTranslation()
  const sales = l.sales + l.open
  return (
    <tr>
      <td>{name}</td>
      <td className="number wide">{figures.count(l.accounts)}</td>
      <td className="number">{figures.sum(sales)}</td>
      <td className="number wide">{l.before > 0 ? figures.change(sales / l.before - 1) : missing}</td>
      <td className="number wide">{figures.sum(l.goods)}</td>
      <td className="number">{l.gross === null ? <PlainChip outlined>{t('worth.no_cost')}</PlainChip> : figures.sum(l.gross)}</td>
      <td className="number">{figures.share(l.gross !== null && l.sales > 0 ? l.gross / l.sales : null)}</td>
      <td className="number wide">{l.open ? figures.sum(l.open) : missing}</td>
    </tr>
  )
}

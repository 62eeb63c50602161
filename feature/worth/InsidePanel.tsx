import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import type { Inside } from './server'

interface Props {
  title: string
  pages: Inside[]
  more?: () => void
  loading: boolean
}

/** InsidePanel lists the accounts of a group, who contributes most first; each leads to its page. */
export function InsidePanel({ title, pages, more, loading }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(pages[0]?.currency)
  const rows = pages.flatMap((p) => p.rows)
  const sheet = () => ({
    columns: [t('worth.code'), t('worth.name'), t('worth.part_sales'), t('worth.part_gross'), t('worth.to_serve'), t('worth.given'), t('worth.credit'), t('worth.part_contribution'), t('worth.grade')],
    rows: rows.map((r) => [r.code, r.name, r.sales / 100, ...[r.gross, r.service, r.fees, r.credit, r.amount].map((v) => (v === null ? t('worth.no_data') : v / 100)), r.grade]),
  })
  return (
    <Panel title={title} sheet={sheet}>
      <div className="sheet worth-groups" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('worth.name')}</th>
              <th scope="col" className="number">{t('worth.part_sales')}</th>
              <th scope="col" className="number wide">{t('worth.part_gross')}</th>
              <th scope="col" className="number">{t('worth.part_contribution')}</th>
              <th scope="col" className="wide">{t('worth.grade')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.id}>
                <td><Link to="/accounts/$id" params={{ id: r.id } as never} search={{ tab: 'worth.contribution' } as never}>{r.name}</Link></td>
                <td className="number">{figures.sum(r.sales)}</td>
                <td className="number wide">{figures.sum(r.gross)}</td>
                <td className={r.amount !== null && r.amount < 0 ? 'number late' : 'number'}>{r.amount === null ? <PlainChip outlined>{t('worth.no_cost')}</PlainChip> : figures.sum(r.amount)}</td>
                <td className="wide">{r.grade ? `VAL.${r.grade}` : missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && <Button block loading={loading} onClick={more}>{t('worth.more')}</Button>}
    </Panel>
  )
}

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { TierChip } from '../../ui/kit/Chip'
import type { Tier } from '../../ui/theme'
import type { Row } from './columns'

/** CompactList is the list for a thumb: two lines a row. */
export function CompactList({ rows, onEnd }: { rows: Row[]; onEnd: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <>
      <ul className="compact panel">
        {rows.map((r) => (
          <li key={r.id}>
            <Link to="/accounts/$id" params={{ id: r.id } as never}>
              <b className="cut">{r.name}</b>
              <span className="number">{r.figures ? `${figures.sum(r.figures.sales_minor)} ${figures.unit}` : figures.sum(null)}</span>
              <small className="cut">{[r.code, r.region, r.owner_name].filter(Boolean).join(' · ')}</small>
              <span>{r.figures?.tier && <TierChip tier={r.figures.tier as Tier} />}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Button block onClick={onEnd}>{t('account.more')}</Button>
    </>
  )
}

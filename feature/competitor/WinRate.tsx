import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import type { Share } from './server'

/** WinRate is a share with its count and interval; of few cases the count alone. */
export function WinRate({ share }: { share: Share }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (share.of === 0) return <span className="third">{missing}</span>
  if (share.mean == null) return <>{share.won} / {share.of} <small className="third">{t('competitor.no_share')}</small></>
  return <>{t('competitor.win_rate_says', { share: figures.share(share.mean, 0), won: share.won, of: share.of, low: figures.share(share.low, 0), high: figures.share(share.high, 0) })}</>
}

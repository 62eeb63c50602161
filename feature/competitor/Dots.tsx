import { useTranslation } from 'react-i18next'

/** Dots is a rating of one to five: ours blue, theirs grey; who leads has a sign. */
export function Dots({ value, ours, leads }: { value: number; ours?: boolean; leads?: boolean }) {
  const { t } = useTranslation()
  if (!value) return <span className="third">{t('competitor.not_rated')}</span>
  return (
    <span className={ours ? 'rival-dots ours' : 'rival-dots'}>
      <span aria-hidden="true">{[1, 2, 3, 4, 5].map((n) => <i key={n} className={n <= value ? 'on' : ''} />)}</span>
      {leads ? <b>{value} <span aria-hidden="true">▲</span><span className="unseen">{t('competitor.lead')}</span></b> : <span>{value}</span>}
    </span>
  )
}

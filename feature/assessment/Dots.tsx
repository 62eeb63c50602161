import { useTranslation } from 'react-i18next'

interface Props {
  /** what is rated, for those who hear the page */
  label: string
  rating: number | null | undefined
  unknown?: boolean
  /** by data, or of a rival: grey */
  grey?: boolean
}

/** Dots are an answer from 0 to 5; of the two blanks the unknown one is amber, the unanswered one grey. */
export function Dots({ label, rating, unknown, grey }: Props) {
  const { t } = useTranslation()
  const blank = unknown ? t('assessment.unknown') : rating == null ? t('assessment.unanswered') : undefined
  return (
    <span className={`dots ${unknown ? 'dots-unknown' : rating == null ? 'dots-open' : ''} ${grey ? 'dots-grey' : ''}`}>
      <span className="dots-row" role="img" aria-label={`${label} ${blank ?? `${rating}/5`}`}>{[1, 2, 3, 4, 5].map((n) => <i key={n} className={rating != null && !unknown && n <= rating ? 'on' : undefined} />)}</span>
      <span className="dots-value" aria-hidden="true">{blank ?? rating}</span>
    </span>
  )
}

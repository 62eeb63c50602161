import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Mode, type Terms, usePreview } from './server'
import { useWords } from './words'

/** PreviewBox says when a document of a day would be due, and what the other readings would make of it. */
export function PreviewBox({ agreed, first, onMode }: { agreed: Terms; first: string; onMode?: (mode: Mode) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const [on, set] = useState(first)
  const { data, error } = usePreview(agreed, on)
  return (
    <section className="terms-preview" aria-label={t('terms.preview')}>
      <Day label={t('terms.preview_on')} value={on} onChange={set} />
      <Fault error={error} />
      {data && !error && <>
        <p className="terms-sentence" aria-live="polite">{words.sentence(data)}</p>
        {onMode && <ul className="terms-modes" aria-label={t('terms.modes')}>{data.modes.map((m) => (
          <li key={m.mode}><button type="button" aria-pressed={m.mode === agreed.mode} onClick={() => onMode(m.mode)}><span>{t(`terms.value_${m.mode}`)}</span><b>{words.day(m.due, on)}</b></button></li>
        ))}</ul>}
      </>}
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Sheet } from './server'
import { useToolName } from './words'

/** Stages are the five steps of a shopper, each with what it lacks. */
export function Stages({ stages }: { stages: Sheet['score']['stages'] }) {
  const { t, i18n } = useTranslation()
  const { share } = useFigures()
  const name = useToolName()
  const list = (tools: string[]) => tools.map(name).join(i18n.language === 'en' ? ', ' : '、')
  return (
    <ol className="store-stages">
      {stages.map((s) => (
        <li key={s.stage}>
          <span>{t(`display.${s.stage}`)} <small className="third">{s.present}/{s.required}</small></span>
          <div className="bar" aria-hidden="true"><i style={{ width: `${(s.share ?? 0) * 100}%` }} /></div>
          <small className="number">{share(s.share, 0)}</small>
          {s.missing.length > 0 && <small className="soon">{t('store.missing', { tools: list(s.missing) })}</small>}
        </li>
      ))}
    </ol>
  )
}

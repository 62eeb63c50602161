import { useTranslation } from 'react-i18next'
import type { Sheet } from './server'
import { useStage } from './words'

/** Course is the stages of an account over the years, one line for every change. */
export function Course({ sheet: { course } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const stage = useStage()
  if (course.length === 0) return null
  return (
    <details className="development-course">
      <summary>{t('development.course', { count: course.length })}</summary>
      <ol>
        {course.toReversed().map((s) => (
          <li key={s.since + s.stage}>
            <span className="third">{s.since}</span> {s.was > 0 && <><s className="third">{stage(s.was)}</s> → </>}<b>{stage(s.stage)}</b>
            {s.overridden && <small className="third"> {t('development.by_hand')}</small>}
          </li>
        ))}
      </ol>
    </details>
  )
}

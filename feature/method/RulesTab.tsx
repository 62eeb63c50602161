import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import type { Detail } from './wire'

/** RulesTab says what a method answers, by which rule, and where its answer is used. */
export function RulesTab({ method: { question, formula, used, confidence } }: { method: Detail }) {
  const { t } = useTranslation()
  return (
    <div className="method-read">
      <Panel title={t('method.question')}><p className="method-lead">{t(question)}</p></Panel>
      <Panel title={t('method.formula')}><p className="method-formula">{t(formula)}</p></Panel>
      <Panel title={t('method.used_for')}>{used.length ? <p className="chips">{used.map((key) => <PlainChip key={key}>{t(key)}</PlainChip>)}</p> : <p className="third">{t('method.not_used')}</p>}</Panel>
      <Panel title={t('method.confidence')}><Founded><b>{t(`method.confidence_${confidence}`)}</b> {t(`method.confidence_${confidence}_why`)}</Founded></Panel>
    </div>
  )
}

const Founded = ({ children }: { children: ReactNode }) => <p>{children}</p>

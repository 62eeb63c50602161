// How parts of a scorecard are called: those of the product have texts, others the names that a company gave them.
import { useTranslation } from 'react-i18next'
import type { Area, Page, Question, Side } from './server'

interface Named {
  key: string
  zh: string
  en: string
}

/** useNames says areas, questions, cards, steps of a deal and sides in the user's language. */
export function useNames() {
  const { t, i18n } = useTranslation()
  const named = (of: Named, text: string) => (i18n.language === 'en' ? of.en : of.zh) || t(text)
  return {
    area: (area: Area) => named(area, `assessment.step_${area.key}`),
    question: (question: Question) => named(question, `assessment.c_${question.key}`),
    card: (card: Named) => named(card, `assessment.card_${card.key}`),
    stage: (page: Page, key: string) => {
      const found = page.stages.find((s) => s.key === key)
      return found ? named(found, '') : key
    },
    side: (side: Side) => side.name || t('assessment.us'),
    /** what to look at before answering: only the questions of the product have it */
    hints: (question: Question) => (question.zh ? [] : [1, 2, 3].map((n) => t(`assessment.q_${question.key}_${n}`))),
  }
}

export const questionsOf = (area: Area) => area.topics.flatMap((topic) => topic.questions)

/** asked are the questions of a page's card: of the quick way only four. */
export const asked = (page: Page, area: Area) => questionsOf(area).filter((q) => page.card.key !== 'quick' || page.short.includes(q.key))

/** short is a score as it is shown: one place at most. */
export const short = (score: number | null | undefined) => (score == null ? '—' : String(Math.round(score * 10) / 10))

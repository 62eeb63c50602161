import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { useMay } from '../../ui/me'
import { type Board, useLearn } from './server'

/** Lessons are what was learned of a deal; one is needed before it is closed. */
export function Lessons({ deal, board: { lessons, write } }: { deal: string; board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const may = useMay()
  const learn = useLearn(deal)
  const [words, say] = useState('')
  return (
    <section>
      <h3>{t('campaign.lessons')} {may('campaign:export') && <Button size="small" type="text" href="/api/campaigns/export">{t('campaign.export')}</Button>}</h3>
      {lessons.length === 0 && <p className="third">{t('campaign.no_lessons')}</p>}
      <ul>{lessons.map((l) => <li key={l.id}>{l.lesson} <span className="third">{l.by} {figures.day(l.on)}</span></li>)}</ul>
      {write && (
        <p className="campaign-foot">
          <Input.TextArea rows={2} maxLength={1000} aria-label={t('campaign.lesson')} placeholder={t('campaign.lesson_hint')} value={words} onChange={(e) => say(e.target.value)} />
          <Button size="small" disabled={words.trim().length < 5} loading={learn.isPending} onClick={() => learn.mutate(words, { onSuccess: () => say('') })}>{t('campaign.add_lesson')}</Button>
        </p>
      )}
      <Fault error={learn.error} />
    </section>
  )
}

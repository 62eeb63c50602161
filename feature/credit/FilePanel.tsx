import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasons } from './Reasons'
import { usePeople } from '../../ui/people'
import { RateForm } from './RateForm'
import { type Sheet, useRate } from './server'

type Part = Sheet['file'][number]

/** FilePanel is what is known of a customer, part by part: by whom, since when, from where; and his grade. */
export function FilePanel({ account, sheet }: { account: string; sheet: Sheet }) {
  const { t } = useTranslation()
  const [rating, setRating] = useState(false)
  const again = useRate(account)
  const grade = sheet.grade
  return (
    <Panel title={t('credit.file_title')} subtitle={t('credit.file_says')} extra={sheet.write && <span className="credit-bar">
      <Button size="small" loading={again.isPending} onClick={() => again.mutate([])}>{t('credit.again')}</Button>
      <Button size="small" type="primary" onClick={() => setRating(true)}>{t('credit.rate')}</Button>
    </span>}>
      <Fault error={again.error} />
      <p className="credit-line">
        <Reasons sheet={sheet} />
        {sheet.high && <StateChip state="blocked">{t('credit.high')}</StateChip>}
        {grade && <span className="third">{t('credit.grade_given', { given: grade.given, review: grade.review })}</span>}
      </p>
      <ul className="notes">{sheet.file.map((part) => <Known key={part.part} part={part} />)}</ul>
      {rating && <RateForm account={account} onDone={() => setRating(false)} />}
    </Panel>
  )
}

function Known({ part: { part, stale, words } }: { part: Part }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const [last] = words
  const stop = part === 'insolvent' || part === 'dishonest'
  return (
    <li>
      <span>{t(`credit.part_${part}`)}{last ? <small>{[last.source, last.document, last.evidence, last.on, name(last.by)].filter(Boolean).join(' · ')}</small> : <small>{t('credit.part_none')}</small>}</span>
      <span className="credit-bar">{stale && <StateChip state="ask">{t('credit.stale_since')}</StateChip>}{last && <b>{stop ? t(last.value ? 'credit.yes' : 'credit.no') : last.value}</b>}</span>
    </li>
  )
}

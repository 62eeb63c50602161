import { QuestionCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Explanation } from '../../ui/kit/Explanation'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import type { Day, Task } from './server'

/** WhyTask says why a task stands where it does: which rule, which amount, which probability, how much time. */
export function WhyTask({ day, task, title }: { day: Day; task: Task; title: string }) {
  const { t } = useTranslation()
  return (
    <Why label={title} chip={<span className="today-ask"><QuestionCircleOutlined />{t('today.why')}</span>}>
      {() => <Because day={day} task={task} />}
    </Why>
  )
}

function Because({ day, task: { rule, why } }: { day: Day; task: Task }) {
  const { t } = useTranslation()
  const may = useMay()
  const figures = useFigures(day.currency)
  const write = ({ unit, value, known }: { unit: string; value: number; known: boolean }) =>
    !known ? '—' : unit === 'amount' ? figures.sum(value) : unit === 'share' ? figures.share(value, 0) : t('today.days', { count: value, n: figures.count(value) })
  const source = (key: string) => (key === 'urgency.amount' ? t(`${rule}_amount`) : key === 'urgency.chance' ? t(`${rule}_chance`) : undefined)
  return (
    <Explanation
      title={t('today.why_title', { group: t(why.result) })}
      stand={t('today.stand', { date: day.on, version: day.config })}
      unit={figures.unit}
      inputs={why.inputs.map((input) => ({
        name: t(input.key), source: source(input.key), value: write(input),
        cut: why.cuts.filter((c) => c.key === input.key).map((c) => `≤ ${figures.count(c.value)}`).join(' · '),
      }))}
      rule={<><b>{t(rule)}</b> {t(`${rule}_why`)} {t(why.rule)}</>}
      changes={why.changes.map((c) => ({ direction: 'up', sentence: t('today.change', { n: figures.count(c.to), result: t(c.result) }), near: c.difference > -3 }))}
      actions={may('method:read') && <Link to="/methods/$id" params={{ id: why.model } as never}>{t('today.rules')}</Link>}
    />
  )
}

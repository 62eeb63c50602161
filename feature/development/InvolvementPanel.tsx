import { Button, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { Judged } from './Judged'
import { Evidence } from './JudgeForm'
import { Quadrant } from './Quadrant'
import { type Sheet, useJudge } from './server'

const items = ['novelty', 'custom', 'training', 'departments', 'steps', 'duration'] as const
const scale = [1, 2, 3, 4, 5]

/** InvolvementPanel rates product and involvement, item by item, and shows the cell that follows. */
export function InvolvementPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()('development:write')
  const figures = useFigures()
  const { judgement, result, departments, why } = sheet.involvement
  const [scores, setScores] = useState<(number | undefined)[]>(judgement.version ? judgement.scores : items.map(() => undefined))
  const judge = useJudge(judgement)
  const changed = scores.some((s, i) => s !== judgement.scores[i])
  const { product, involvement } = result
  return (
    <Panel title={t('involvement.name')} note={judgement.stale && t('development.expired', { date: judgement.expires })}
      extra={<Why label={t('involvement.name')} chip={<PlainChip outlined={!result.cell}>{t(`involvement.cell_${result.cell}`)}</PlainChip>}>{() => <Reasoned why={why} stand={judgement.on || sheet.today} />}</Why>}>
      <Quadrant chosen={result.cell} dots={product !== null && involvement !== null ? [{ key: sheet.account, name: sheet.name, product, involvement }] : []} />
      <dl className="development-items">
        {items.map((name, i) => (
          <div key={name}>
            <dt>{t(`involvement.at_${name}`)}{name === 'departments' && departments > 0 && <small className="third"> {t('development.proposed', { score: departments })}</small>}</dt>
            <dd><Radio.Group size="small" disabled={!may} optionType="button" aria-label={t(`involvement.at_${name}`)} value={scores[i]} options={scale.map((value) => ({ value, label: value }))}
              onChange={(e) => setScores(scores.map((s, at) => (at === i ? (e.target.value as number) : s)))} /></dd>
          </div>
        ))}
      </dl>
      <p className="third">{t('development.means', { product: product === null ? missing : figures.decimal(product, 2), involvement: involvement === null ? missing : figures.decimal(involvement, 2) })}
        {result.cell > 0 && ` · ${t('development.pays', { low: result.low, high: result.high })}`}</p>
      {changed && <Form<{ evidence: string }> layout="vertical" requiredMark={false} onFinish={({ evidence }) => judge.mutate({ scores: scores.map((s) => s ?? 0), evidence })}>
        <Evidence />
        <Fault error={judge.error} />
        <Button htmlType="submit" type="primary" size="small" disabled={scores.some((s) => s === undefined)} loading={judge.isPending}>{t('development.save')}</Button>
      </Form>}
      <Judged judgement={judgement} say={(all) => all.join(' ')} />
    </Panel>
  )
}

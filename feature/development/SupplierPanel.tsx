import { Button, Form, Slider } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { Judged } from './Judged'
import { Evidence } from './JudgeForm'
import { type Sheet, useJudge } from './server'

const attributes = ['number', 'bond', 'talk', 'information', 'price', 'choice', 'to_us', 'to_them'] as const
const states = { modern: 'ok', transitional: 'ask', traditional: 'blocked' } as const

/** SupplierPanel compares how the customer manages its suppliers with the old and the new way: eight sliders, one index. */
export function SupplierPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()('development:write')
  const figures = useFigures()
  const { judgement, index, class: grade, why } = sheet.supplier
  const [scores, setScores] = useState<(number | undefined)[]>(judgement.version ? judgement.scores : attributes.map(() => undefined))
  const judge = useJudge(judgement)
  const changed = scores.some((s, i) => s !== judgement.scores[i])
  const known = scores.every((s) => s !== undefined)
  const now = known ? (scores.reduce<number>((sum, s) => sum + (s ?? 0), 0) / 16) * 100 : null
  return (
    <Panel title={t('development.suppliers')} note={judgement.stale && t('development.expired', { date: judgement.expires })}
      extra={<Why label={t('supplier.index')} chip={grade ? <StateChip state={states[grade]}>{t(`supplier.class_${grade}`)} {figures.decimal(index)}</StateChip> : <PlainChip outlined>{t('supplier.incomplete')}</PlainChip>}>{() => <Reasoned why={why} stand={judgement.on || sheet.today} />}</Why>}>
      <div className="development-compare">
        {attributes.map((name, i) => (
          <div key={name}>
            <b>{t(`supplier.at_${name}`)}</b>
            <span className="third">{t(`supplier.old_${name}`)}</span>
            <Slider min={0} max={2} step={1} dots disabled={!may} className={scores[i] === undefined ? 'unset' : undefined} ariaLabelForHandle={t(`supplier.at_${name}`)} ariaValueTextFormatterForHandle={(v) => (scores[i] === undefined ? t('supplier.incomplete') : t(`supplier.rating_${v}`))}
              tooltip={{ formatter: (v) => t(`supplier.rating_${v ?? 0}`) }} value={scores[i] ?? 1} onChange={(v) => setScores(scores.map((s, at) => (at === i ? v : s)))} onChangeComplete={(v) => setScores(scores.map((s, at) => (at === i ? v : s)))} />
            <span className="third">{t(`supplier.new_${name}`)}</span>
          </div>
        ))}
      </div>
      {changed && <Form<{ evidence: string }> layout="vertical" requiredMark={false} onFinish={({ evidence }) => judge.mutate({ scores: scores.map((s) => s ?? 0), evidence })}>
        <p className="third">{t('development.index_now', { index: now === null ? missing : figures.decimal(now), left: scores.filter((s) => s === undefined).length })}</p>
        <Evidence />
        <Fault error={judge.error} />
        <Button htmlType="submit" type="primary" size="small" disabled={!known} loading={judge.isPending}>{t('development.save')}</Button>
      </Form>}
      <Judged judgement={judgement} say={(all) => figures.decimal((all.reduce((a, b) => a + b, 0) / 16) * 100)} />
    </Panel>
  )
}

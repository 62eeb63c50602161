import { InputNumber, Modal } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { attitudes, type Board, type Factor, groupOf, useWeigh, type Weighing } from './server'

/** FactorsForm marks what matters to the customer, us and the competitors, 1 to 5; what nobody knows stays empty. */
export function FactorsForm({ deal, board, onDone }: { deal: string; board: Board; onDone: () => void }) {
  const { t } = useTranslation()
  const weigh = useWeigh(deal, board)
  const { benefit_minor, running_minor, invested_minor } = board.sheet
  const [factors, change] = useState<Factor[]>(board.factors)
  const [marks, mark] = useState([...board.sheet.attitudes].map(Number))
  const [gains, gain] = useState({ benefit_minor: benefit_minor ?? undefined, running_minor: running_minor ?? undefined, invested_minor: invested_minor ?? undefined })
  const edit = (i: number, next: Partial<Factor>) => change(factors.map((f, at) => (at === i ? { ...f, ...next } : f)))
  const body = (): Weighing => ({ ...gains, factors, competitors: board.competitors.map((c) => c.id), attitudes: marks.join('') })
  const columns = [t('campaign.influencer'), t('campaign.decider'), t('campaign.ours'), ...board.competitors.map((c) => c.name)]
  return (
    <Modal open width={760} title={t('campaign.factors')} okText={t('campaign.save')} cancelText={t('campaign.cancel')} confirmLoading={weigh.isPending} onCancel={onDone} onOk={() => weigh.mutate(body(), { onSuccess: onDone })}>
      <div className="campaign-form">
        <div className="campaign-table" tabIndex={0}>
          <table>
            <thead><tr><td />{columns.map((c) => <th key={c} scope="col">{c}</th>)}</tr></thead>
            <tbody>
              {factors.map((f, i) => {
                const name = t(`campaign.factor_${f.key}`)
                const theirs = f.theirs ?? []
                const group = groupOf(f.key)
                return (
                  <Fragment key={f.key}>
                  {group !== groupOf(factors[i - 1]?.key) && <tr className="campaign-group"><th scope="colgroup" colSpan={4 + board.competitors.length}>{t(`campaign.group_${group}`)}</th></tr>}
                  <tr>
                    <th scope="row">{name}</th>
                    <td><Mark label={`${name} ${columns[0]}`} value={f.influencer} onChange={(influencer) => edit(i, { influencer })} /></td>
                    <td><Mark label={`${name} ${columns[1]}`} value={f.decider} onChange={(decider) => edit(i, { decider })} /></td>
                    <td><Mark label={`${name} ${columns[2]}`} value={f.ours} onChange={(ours) => edit(i, { ours })} /></td>
                    {theirs.map((n, at) => <td key={at}><Mark label={`${name} ${columns[3 + at]}`} value={n} onChange={(next) => edit(i, { theirs: theirs.map((old, j) => (j === at ? next : old)) })} /></td>)}
                  </tr>
                  </Fragment>
                )
              })}
            </tbody>
          </table>
        </div>
        {(['benefit', 'running', 'invested'] as const).map((key) => {
          const field = `${key}_minor` as const
          const value = gains[field]
          return <label key={key}>{t(`campaign.${key}`)}<InputNumber min={0} precision={2} aria-label={t(`campaign.${key}`)} value={value == null ? null : value / 100} onChange={(n) => gain({ ...gains, [field]: n == null ? undefined : Math.round(Number(n) * 100) })} /></label>
        })}
        <fieldset>
          <legend>{t('campaign.attitudes')}</legend>
          {attitudes.map((key, i) => <label key={key}>{t(`campaign.attitude_${key}`)}<Mark label={t(`campaign.attitude_${key}`)} value={marks[i] ?? 0} onChange={(n) => mark(marks.map((old, at) => (at === i ? n : old)))} /></label>)}
        </fieldset>
        <Fault error={weigh.error} />
      </div>
    </Modal>
  )
}

/** Mark is 1 to 5; empty is what nobody has said. */
function Mark({ label, value, onChange }: { label: string; value: number; onChange: (n: number) => void }) {
  return <InputNumber size="small" min={1} max={5} precision={0} aria-label={label} value={value || null} onChange={(n) => onChange(Number(n ?? 0))} />
}

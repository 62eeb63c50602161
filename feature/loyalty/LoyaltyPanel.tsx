import './loyalty.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { PositionForm } from './PositionForm'
import { Moved, RungChip } from './RungChip'
import { type Line, type Sheet, useSheet } from './server'

/** LoyaltyPanel says on which rung an account stands with each line of products, and what is wanted there. */
export default function LoyaltyPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return sheet ? <Ladder sheet={sheet} /> : <Panel title={t('loyalty.panel')}><Waiting rows={4} /></Panel>
}

function Ladder({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const figures = useFigures(sheet.currency)
  const [form, open] = useState<{ line?: Line }>()
  const table = () => ({
    columns: [t('loyalty.line'), t('loyalty.rung'), t('loyalty.objective'), t('loyalty.action'), t('loyalty.share'), t('loyalty.sales'), t('loyalty.since')],
    rows: sheet.lines.map((l) => [l.line, t(`loyalty.rung_${l.rung ? `R${l.rung}` : 'unknown'}`), t(`loyalty.objective_${l.objective}`), t(`loyalty.action_${l.rung ? `R${l.rung}` : 'none'}`), l.share ?? null, l.sales === undefined ? null : l.sales / 100, l.since ?? '']),
  })
  return (
    <Panel title={t('loyalty.panel')} subtitle={[sheet.as_of, figures.unit].filter(Boolean).join(' · ')} sheet={table} extra={sheet.may && <Button size="small" onClick={() => open({})}>{t('loyalty.add')}</Button>}>
      {sheet.lines.length === 0 ? <Empty>{t('loyalty.no_lines')}</Empty> : (
        <div className="sheet loyalty-lines" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('loyalty.line')}</th>
                <th scope="col">{t('loyalty.rung')}</th>
                <th scope="col">{t('loyalty.objective')}</th>
                <th scope="col" className="number">{t('loyalty.share')}</th>
                <th scope="col" className="number wide">{t('loyalty.sales')}</th>
                <th scope="col" className="number wide">{t('loyalty.attitude')}</th>
                {sheet.may && <th scope="col" aria-label={t('loyalty.edit')} />}
              </tr>
            </thead>
            <tbody>{sheet.lines.map((l) => <Row key={l.line} line={l} sheet={sheet} onEdit={() => open({ line: l })} />)}</tbody>
          </table>
        </div>
      )}
      {form && <PositionForm sheet={sheet} line={form.line} onDone={() => open(undefined)} />}
    </Panel>
  )
}

function Row({ line: l, sheet, onEdit }: { line: Line; sheet: Sheet; onEdit: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(sheet.currency)
  const chip = <RungChip rung={l.rung} objective={l.objective} />
  return (
    <tr>
      <th scope="row">{l.line}</th>
      <td>{l.why ? <Why label={l.line} chip={chip}>{() => <Reasoned why={l.why!} stand={sheet.as_of} currency={sheet.currency} />}</Why> : chip} <Moved rung={l.rung} was={l.was} />{l.stale && <small className="soon">{t('loyalty.stale')}</small>}</td>
      <td>{t(`loyalty.objective_${l.objective}`)}<small className="third">{t(`loyalty.action_${l.rung ? `R${l.rung}` : 'none'}`)}</small></td>
      <td className="number">{figures.share(l.share)}</td>
      <td className="number wide">{figures.sum(l.sales)}</td>
      <td className="number wide">{l.attitude === undefined ? missing : l.attitude > 0 ? `+${l.attitude}` : l.attitude}</td>
      {sheet.may && <td><Button size="small" type="text" onClick={onEdit}><span aria-hidden="true">{t(l.version ? 'loyalty.edit' : 'loyalty.say')}</span><span className="unseen">{t('loyalty.edit')} {l.line}</span></Button></td>}
    </tr>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { LinesForm } from './LinesForm'
import type { Line, Sheet } from './server'

/** LinesPanel is what a deal offers, and for how much. Floor and margin are there for whoever may see them. */
export function LinesPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact } = useFigures()
  const [changing, change] = useState(false)
  const { lines, deal: d } = sheet
  const secret = lines.some((l) => l.floor != null || l.margin != null)
  const may = sheet.may && (d.state === 'open' || d.state === 'nurture')
  const button = may && <Button size="small" onClick={() => change(true)}>{t(lines.length ? 'opportunity.change' : 'opportunity.add_lines')}</Button>
  return (
    <Panel title={t('opportunity.lines')} subtitle={lines.length > 0 && `${exact(d.amount_minor)} ${sheet.currency}`} extra={lines.length > 0 && button}>
      {lines.length === 0 ? <Empty action={button}>{t('opportunity.no_lines')}</Empty> : (
        <div className="opportunity-scroll" tabIndex={0} role="group" aria-label={t('opportunity.lines')}>
          <table className="opportunity-rows">
            <thead>
              <tr>
                <th scope="col">{t('opportunity.product')}</th><th scope="col" className="number">{t('opportunity.quantity')}</th><th scope="col" className="number">{t('opportunity.list')}</th>
                <th scope="col" className="number">{t('opportunity.asked')}</th><th scope="col" className="number">{t('opportunity.discount')}</th>
                {secret && <><th scope="col" className="number">{t('opportunity.floor')}</th><th scope="col" className="number">{t('opportunity.margin')}</th></>}
                <th scope="col" className="number">{t('opportunity.amount')}</th>
              </tr>
            </thead>
            <tbody>{lines.map((l) => <One key={l.id} line={l} secret={secret} />)}</tbody>
          </table>
        </div>
      )}
      {changing && <LinesForm sheet={sheet} onDone={() => change(false)} />}
    </Panel>
  )
}

function One({ line: l, secret }: { line: Line; secret: boolean }) {
  const { t } = useTranslation()
  const { share, exact } = useFigures()
  return (
    <tr>
      <td>{l.text}{l.priced_from && <small className="third"> {t(l.priced_from)}</small>}</td>
      <td className="number">{l.quantity}</td>
      <td className="number">{l.list ?? '—'}</td>
      <td className="number">{l.asked}</td>
      <td className="number">{share(l.discount)}</td>
      {secret && <><td className="number">{l.floor ?? '—'} {l.below && <StateChip state="blocked">{t('opportunity.below')}</StateChip>}</td><td className="number">{share(l.margin)}</td></>}
      <td className="number">{exact(l.amount_minor)}</td>
    </tr>
  )
}

import './latent.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { DeclineForm } from './DeclineForm'
import { Reason } from './Reason'
import { type Candidate, type Sheet, useReconsider, useSheet } from './server'

/** AccountLatent says what an account would probably buy, and lets those who know it better say what is nothing for it. */
export default function AccountLatent({ account }: { account: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { data: sheet, error, refetch } = useSheet(account)
  const [chosen, choose] = useState<Candidate>()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Waiting rows={4} />
  return (
    <Panel title={t('latent.latent')} subtitle={`${t('latent.panel_says')} · ${figures.unit}`} extra={<Link to="/portfolio/latent">{t('latent.to_list')}</Link>}
      note={sheet.mined && !sheet.segment && t('latent.no_segment')}>
      {sheet.rows.length === 0 ? <Empty>{t(sheet.mined ? 'latent.nothing' : 'latent.not_mined')}</Empty> : <Proposed sheet={sheet} onDecline={choose} />}
      <Declined sheet={sheet} />
      {chosen && <DeclineForm account={account} candidate={chosen} onDone={() => choose(undefined)} />}
    </Panel>
  )
}

function Proposed({ sheet, onDecline }: { sheet: Sheet; onDecline: (c: Candidate) => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <div className="sheet latent-rows" tabIndex={0}>
      <table>
        <thead><tr><th scope="col">{t('latent.product_name')}</th><th scope="col">{t('latent.why')}</th><th scope="col" className="number" title={t('latent.value_help')}>{t('latent.value')}</th>{sheet.may && <th scope="col"><span className="unseen">{t('latent.decline')}</span></th>}</tr></thead>
        <tbody>
          {sheet.rows.map((c) => (
            <tr key={`${c.kind} ${c.product}`}>
              <td>{c.product_name}{c.product_name !== c.product && <small className="third">{c.product}</small>}</td>
              <td><Reason candidate={c} /></td>
              <td className="number">{c.value === undefined ? missing : figures.sum(c.value)}</td>
              {sheet.may && <td className="number"><Button size="small" type="text" aria-label={`${t('latent.decline')} ${c.product_name}`} onClick={() => onDecline(c)}>{t('latent.decline')}</Button></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Declined are the products that are nothing for the account, and the way back. */
function Declined({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const back = useReconsider()
  if (sheet.declined.length === 0) return null
  return (
    <>
      <h3 className="latent-head">{t('latent.declined')}</h3>
      <Fault error={back.error} />
      <ul className="notes">
        {sheet.declined.map((d) => (
          <li key={d.id}>
            <span>{d.product_name}<small>{t('latent.declined_note', { name: name(d.by), date: d.on, reason: d.reason })}</small></span>
            {sheet.may && <Button size="small" type="text" loading={back.isPending && back.variables === d.id} onClick={() => back.mutate(d.id)}>{t('latent.again')}</Button>}
          </li>
        ))}
      </ul>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { ActionForm, EndAction } from './ActionForm'
import { type Action, useReopen } from './server'

/** ActionTable lists actions, with what can be done about each. */
export function ActionTable({ rows, today, bare }: { rows: Action[]; today: string; bare?: boolean }) {
  const { t } = useTranslation()
  const may = useMay()
  const { name } = usePeople()
  const reopen = useReopen()
  const [changing, change] = useState<Action>()
  const [ending, end] = useState<{ action: Action; state: 'done' | 'dropped' }>()
  return (
    <div className="plan-scroll" tabIndex={0}>
      <Fault error={reopen.error} />
      <table className="plan-rows">
        <thead><tr>{!bare && <th scope="col">{t('plan.account')}</th>}<th scope="col">{t('plan.title')}</th><th scope="col">{t('plan.owner')}</th><th scope="col">{t('plan.due')}</th><th scope="col">{t('plan.state')}</th><th /></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              {!bare && <td className="cut"><Link to="/accounts/$id" params={{ id: r.account } as never} title={r.name}>{r.name}</Link></td>}
              <td className="plan-title">{r.title}{r.result && <small className="third">{r.result}</small>}</td>
              <td>{name(r.owner)}</td>
              <td>{r.due}</td>
              <td><StateChip state={r.state === 'done' ? 'ok' : r.late ? 'blocked' : 'info'}>{t(r.late ? 'plan.late' : `plan.state_${r.state}`)}</StateChip></td>
              <td className="plan-tools">{may('action:write') && (r.state === 'open' ? <>
                <Button size="small" type="link" aria-label={`${t('plan.done')} ${r.title}`} onClick={() => end({ action: r, state: 'done' })}>{t('plan.done')}</Button>
                <Button size="small" type="link" aria-label={`${t('plan.edit')} ${r.title}`} onClick={() => change(r)}>{t('plan.edit')}</Button>
                <Button size="small" type="link" aria-label={`${t('plan.drop')} ${r.title}`} onClick={() => end({ action: r, state: 'dropped' })}>{t('plan.drop')}</Button>
              </> : <Button size="small" type="link" aria-label={`${t('plan.reopen')} ${r.title}`} onClick={() => reopen.mutate(r)}>{t('plan.reopen')}</Button>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing && <ActionForm account={changing.account} action={changing} today={today} onDone={() => change(undefined)} />}
      {ending && <EndAction {...ending} onDone={() => end(undefined)} />}
    </div>
  )
}

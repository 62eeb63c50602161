import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { usePeople } from '../../ui/people'
import { Decide } from './Decide'
import { GiveBack } from './GiveBack'
import { OpenForm } from './OpenForm'
import { type Claim, type State, useRenew } from './server'

const look: Record<State, 'ok' | 'ask' | 'blocked' | 'info'> = { asked: 'ask', clashing: 'ask', granted: 'ok', refused: 'blocked', expired: 'info', returned: 'info', opened: 'ok' }

type Doing = { what: 'decide' | 'return' | 'open'; claim: Claim }

/** ClaimTable lists registrations, with what the viewer may do about each. */
export function ClaimTable({ rows }: { rows: Claim[] }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const renew = useRenew()
  const [doing, set] = useState<Doing>()
  const done = () => set(undefined)
  return (
    <>
      <Fault error={renew.error} />
      <div className="claim-scroll" tabIndex={0} role="group" aria-label={t('claim.claims')}>
        <table className="claim-rows">
          <thead>
            <tr><th scope="col">{t('claim.company')}</th><th scope="col">{t('claim.state')}</th><th scope="col" className="wide-only">{t('claim.user')}</th><th scope="col" className="wide-only">{t('claim.project')}</th><th scope="col" className="wide-only">{t('claim.until')}</th><th scope="col"><span className="unseen">{t('claim.decide')}</span></th></tr>
          </thead>
          <tbody>
            {rows.map((c) => (
              <tr key={c.id}>
                <td className="cut"><b title={c.name}>{c.account ? <Link to="/accounts/$id" params={{ id: c.account } as never}>{c.name}</Link> : c.name}</b>{c.city && <small className="third">{c.city}</small>}</td>
                <td><StateChip state={look[c.state]}>{t(`claim.state_${c.state}`)}</StateChip>{c.decision && <small className="third cut" title={c.decision}>{c.decision}</small>}</td>
                <td className="wide-only">{name(c.user)}<small className="third">{c.asked}</small></td>
                <td className="cut wide-only" title={c.project}>{c.project}</td>
                <td className="wide-only">{c.until}{c.soon && <small className="soon">{t('claim.soon')}</small>}</td>
                <td className="claim-acts">
                  {c.may.decide && <Button size="small" type="primary" onClick={() => set({ what: 'decide', claim: c })}>{t('claim.decide')}</Button>}
                  {c.may.open && <Button size="small" type="primary" onClick={() => set({ what: 'open', claim: c })}>{t('claim.open')}</Button>}
                  {c.may.renew && <Button size="small" loading={renew.isPending} onClick={() => renew.mutate(c)}>{t('claim.renew')}</Button>}
                  {c.may.return && <Button size="small" onClick={() => set({ what: 'return', claim: c })}>{t('claim.give_back')}</Button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {doing?.what === 'decide' && <Decide claim={doing.claim} onDone={done} />}
      {doing?.what === 'return' && <GiveBack claim={doing.claim} onDone={done} />}
      {doing?.what === 'open' && <OpenForm claim={doing.claim} onDone={done} />}
    </>
  )
}

import './point.css'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Line, type Sheet, useEnrol, useLeave, usePoints } from './server'
import { ReverseForm } from './ReverseForm'
import { UseForm } from './UseForm'

/** PointPanel is what an account has of points, and how it came to them. */
export default function PointPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = usePoints(account)
  const [using, use] = useState(false)
  const enrol = useEnrol(account), leave = useLeave(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Waiting rows={2} />
  const { member } = sheet, active = member && !member.ended
  if (!member && !sheet.may) return null
  return (
    <Panel title={t('point.points')} subtitle={active ? t('point.earns', { rate: sheet.rate, since: member.since }) : member ? t('point.left_on', { on: member.ended }) : undefined} extra={sheet.may && <>
      {member && sheet.standing.balance > 0 && <Button size="small" onClick={() => use(true)}>{t('point.use')}</Button>}
      {active
        ? <Popconfirm title={t('point.leave_sure')} okText={t('point.leave')} cancelText={t('point.cancel')} onConfirm={() => leave.mutate(member.version)}><Button size="small" type="link">{t('point.leave')}</Button></Popconfirm>
        : <Button size="small" loading={enrol.isPending} onClick={() => enrol.mutate(undefined)}>{t('point.enrol')}</Button>}
    </>}>
      <Fault error={enrol.error ?? leave.error} />
      {member ? <Standing {...sheet.standing} /> : <p className="third point-none">{t('point.none')}</p>}
      {sheet.lines.length > 0 && <Lines account={account} sheet={sheet} />}
      {using && <UseForm account={account} balance={sheet.standing.balance} onDone={() => use(false)} />}
    </Panel>
  )
}

function Standing({ balance, owed, next, next_on, earned, used, expired }: Sheet['standing']) {
  const { t } = useTranslation()
  const { count } = useFigures()
  return (
    <p className="point-standing">
      <b>{count(balance)}</b> {t('point.can_be_used')}
      {owed > 0 && <span className="point-owed"> · {t('point.owes', { owed: count(owed) })}</span>}
      {next > 0 && <span> · {t('point.goes', { next: count(next), on: next_on })}</span>}
      <span className="third"> · {t('point.course', { earned: count(earned), used: count(used), expired: count(expired) })}</span>
    </p>
  )
}

function Lines({ account, sheet }: { account: string; sheet: Sheet }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [all, show] = useState(false)
  const [reversing, reverse] = useState<Line>()
  return (
    <div className="point-scroll" tabIndex={0} role="group" aria-label={t('point.bookings')}>
      <table className="point-rows">
        <thead><tr><th scope="col">{t('point.on')}</th><th scope="col">{t('point.what')}</th><th scope="col" className="number">{t('point.points')}</th><th scope="col">{t('point.expires')}</th><th /></tr></thead>
        <tbody>
          {(all ? sheet.lines : sheet.lines.slice(0, 6)).map((l) => (
            <tr key={l.id} className={l.reversed ? 'point-gone' : undefined}>
              <td>{l.on}</td>
              <td className="point-what">{l.reason || t(l.points < 0 ? 'point.kind_back' : `point.kind_${l.kind}`)}{l.ours && <small className="third"> {l.ours}</small>}</td>
              <td className="number">{l.points > 0 ? '+' : ''}{count(l.points)}</td>
              <td>{l.expires}</td>
              <td>{sheet.may && l.kind === 'used' && !l.reversed && <Button size="small" type="link" aria-label={`${t('point.reverse')} ${l.reason}`} onClick={() => reverse(l)}>{t('point.reverse')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && sheet.lines.length > 6 && <Button size="small" type="link" onClick={() => show(true)}>{t('point.all', { count: sheet.lines.length })}</Button>}
      {reversing && <ReverseForm account={account} line={reversing} onDone={() => reverse(undefined)} />}
    </div>
  )
}

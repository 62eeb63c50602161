import './risk.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { usePeople } from '../../ui/people'
import { BreakPanel } from './BreakPanel'
import { JudgeForm } from './JudgeForm'
import { LevelChip } from './Level'
import { useSays } from './says'
import { type Rated, type Sheet, useSheet } from './server'
import { SignalList } from './SignalList'

/** RiskPanel is the register of one account: signals to decide, nine causes, and how what broke is won back. */
export default function RiskPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Panel title={t('risk.panel')}><Waiting rows={6} /></Panel>
  return (
    <div className="risk-account" id="risk">
      <BreakPanel sheet={sheet} />
      <Register sheet={sheet} />
    </div>
  )
}

function Register({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const [asked, ask] = useState<Rated>()
  const table = () => ({
    columns: [t('risk.cause'), t('risk.probability'), t('risk.impact'), t('risk.score'), t('risk.level'), t('risk.evidence'), t('risk.counter'), t('risk.owner'), t('risk.due'), t('risk.by'), t('risk.on')],
    rows: sheet.causes.map((c) => (c.version ? [t(`risk.cause_${c.cause}`), c.probability, c.impact, c.score, t(`risk.level_${c.level}`), c.evidence, c.counter, name(c.owner), c.due, c.by, c.on] : [t(`risk.cause_${c.cause}`), null, null, null, t('risk.not_judged'), '', '', '', '', '', ''])),
  })
  return (
    <Panel title={t('risk.panel')} subtitle={t('risk.question')} sheet={table}
      extra={<Why label={t('risk.level')} chip={<LevelChip level={sheet.level} score={sheet.score || undefined} />}>{() => <Reasoned why={sheet.why} stand={sheet.today} />}</Why>}>
      <SignalList sheet={sheet} />
      <div className="sheet risk-register" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('risk.cause')}</th>
              <th scope="col" className="number">{t('risk.probability')}</th>
              <th scope="col" className="number">{t('risk.impact')}</th>
              <th scope="col">{t('risk.score')}</th>
              <th scope="col" className="wide">{t('risk.evidence')}</th>
              <th scope="col" className="wide">{t('risk.counter')}</th>
              <th scope="col">{t('risk.due')}</th>
              {sheet.may && <th scope="col" aria-label={t('risk.judge')} />}
            </tr>
          </thead>
          <tbody>{sheet.causes.map((c) => <Line key={c.cause} cause={c} owner={name(c.owner)} may={sheet.may} onAsk={() => ask(c)} />)}</tbody>
        </table>
      </div>
      <Looks sheet={sheet} />
      {asked && <JudgeForm account={sheet.account} name={sheet.name} cause={asked} today={sheet.today} onDone={() => ask(undefined)} />}
    </Panel>
  )
}

function Line({ cause: c, owner, may, onAsk }: { cause: Rated; owner: string; may: boolean; onAsk: () => void }) {
  const { t } = useTranslation()
  const judged = c.version > 0
  return (
    <tr>
      <th scope="row">{t(`risk.cause_${c.cause}`)}<small className="third">{t(c.cause.startsWith('I') ? 'risk.causes_inner' : 'risk.causes_outer')}</small></th>
      <td className="number">{judged ? c.probability : missing}</td>
      <td className="number">{judged ? c.impact : missing}</td>
      <td>{judged ? <LevelChip level={c.level} score={c.score} /> : <span className="third">{t('risk.not_judged')}</span>}{c.stale && <small className="soon">{t('risk.stale')}</small>}</td>
      <td className="wide said">{c.evidence}{judged && <small className="third">{c.by} · {c.on}</small>}</td>
      <td className="wide said">{c.counter}{owner && <small className="third">{owner}</small>}</td>
      <td>{c.due || (judged ? missing : '')}{c.late && <StateChip state="blocked">{t('risk.late')}</StateChip>}</td>
      {may && <td><Button size="small" type={judged ? 'text' : 'default'} onClick={onAsk}><span aria-hidden="true">{t(judged ? 'risk.edit' : 'risk.judge')}</span><span className="unseen">{t('risk.judge')} {t(`risk.cause_${c.cause}`)}</span></Button></td>}
    </tr>
  )
}

/** Looks says what the signals look at, and of what nobody knows anything. */
function Looks({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const says = useSays()
  return (
    <details className="risk-looks">
      <summary>{t('risk.looks')}</summary>
      {sheet.looks.length === 0 && <p className="third">{t('risk.no_looks')}</p>}
      {sheet.looked && <p className="third">{t('risk.looked', { on: sheet.looked })}</p>}
      <dl>
        {sheet.looks.map((l) => (
          <div key={l.kind}>
            <dt>{t(`risk.look_${l.kind}`)}</dt>
            <dd>{l.state === 'fired' ? <StateChip state="ask">{says.look(l)}</StateChip> : <span className={l.state === 'unknown' ? 'third' : undefined}>{says.look(l)}</span>} <small className="third">{t('risk.cut')} {says.cut(l)}</small></dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

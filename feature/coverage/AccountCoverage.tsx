import './coverage.css'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, TierChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Why } from '../../ui/kit/Why'
import { usePeople } from '../../ui/people'
import { FitChip } from './FitChip'
import { MarkForm } from './MarkForm'
import { Reasoned } from './Reasoned'
import { type Sheet, useSheet } from './server'
import { hours } from './words'

/** AccountCoverage is how many hours an account gets, against what its tier asks for. */
export default function AccountCoverage({ account }: { account: string }) {
  const { t } = useTranslation()
  const [marking, mark] = useState(false)
  const { data, error, refetch } = useSheet(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <Panel title={t('coverage.panel')} subtitle={<Link to={'/plans/coverage' as never}>{t('coverage.fits_say', { since: data.since, until: data.until })}</Link>}
      extra={data.arrange && <Button size="small" onClick={() => mark(true)}>{t('coverage.mark')}</Button>}>
      {data.tier === '' ? <Empty>{t('coverage.no_tier_yet')}</Empty> : <Hours sheet={data} />}
      <Marks sheet={data} />
      {marking && <MarkForm account={account} mark={data.mark} onDone={() => mark(false)} />}
    </Panel>
  )
}

function Hours({ sheet: s }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const need = hours(figures, s.need)
  return (
    <div className="coverage-account">
      <p>{s.tier && <TierChip tier={s.tier} />} <Why label={t('coverage.panel')} chip={<FitChip fit={s.fit} />}>{() => <Reasoned why={s.why} stand={s.until} />}</Why></p>
      <p>{s.spent === null ? t('coverage.hours_blank', { need }) : t('coverage.hours_line', { need, spent: hours(figures, s.spent) })}</p>
      {s.spent !== null && Number(s.need) > 0 && <i className="share"><i style={{ width: `${Math.min(1, Number(s.spent) / Number(s.need)) * 100}%`, background: `var(--state-${s.fit === 'enough' ? 'ok' : 'ask'})` }} /></i>}
    </div>
  )
}

function Marks({ sheet: { mark, waiting } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  return (
    <>
      {(mark.strategic || mark.exempt) && <p className="coverage-marks">{mark.strategic && <PlainChip>{t('coverage.strategic')}</PlainChip>} {mark.exempt && <PlainChip outlined>{t('coverage.exempt')}</PlainChip>} <span className="third">{mark.reason}</span></p>}
      {waiting && <p className="soon">{t('coverage.waiting_for', { on: waiting.on, name: name(waiting.to) })}</p>}
    </>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Schema, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { hueOf } from '../../ui/kit/hue'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Position } from './Position'
import { useTrial } from './server'
import { useFigure } from './units'
import type { Config, Detail } from './wire'

type Why = Schema['WhyExplanation']
type Figure = Why['inputs'][number]

interface Props {
  method: Detail
  config: Config
  /** whose classes a draft would change: the first of them is looked at unless another account is chosen */
  moved?: { account: string; name: string }
}

/** TryOut judges one account by what is in force and, as soon as something is changed, by the draft. */
export function TryOut({ method, config, moved }: Props) {
  const { t } = useTranslation()
  const [chosen, choose] = useState<{ value: string; label: string }>()
  const accounts = useAccounts('')
  const first = accounts[0]
  const shown = chosen ?? (moved && { value: moved.account, label: moved.name }) ?? first
  const trial = useTrial(method.id, config, shown?.value ?? '')
  const versions: [number, number] = [method.version, method.base + 1]
  return (
    <Panel title={t('method.try_out')} subtitle={t('method.try_out_says')} stale={trial.isPlaceholderData} extra={<Pick value={shown} onPick={choose} />}>
      {trial.error ? <Fault error={trial.error} onRetry={() => void trial.refetch()} /> : trial.data ? <Both now={trial.data.now} draft={trial.data.draft} versions={versions} /> : <Waiting rows={4} />}
    </Panel>
  )
}

function useAccounts(search: string) {
  const found = useQuery({
    queryKey: ['methods', 'accounts', search],
    queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { limit: 20, ...(search ? { search } : { sort: 'sales', desc: true }) } } })),
    placeholderData: keepPreviousData, staleTime: 60_000,
  })
  return found.data?.rows.map((row) => ({ value: row.id, label: row.name })) ?? []
}

interface Option {
  value: string
  label: string
}

function Pick({ value, onPick }: { value?: Option; onPick: (option: Option) => void }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const found = useAccounts(search)
  const options = value && !found.some((o) => o.value === value.value) && !search ? [value, ...found] : found
  return (
    <Select<Option, Option> size="small" labelInValue aria-label={t('method.account')} value={value} options={options} className="try-account" popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setSearch }} onChange={({ value, label }) => onPick({ value, label: String(label) })} />
  )
}

function Both({ now, draft, versions }: { now: Why; draft: Why; versions: [number, number] }) {
  const { t } = useTranslation()
  const same = JSON.stringify(now) === JSON.stringify(draft)
  return (
    <div className="try-out">
      <ul className="try-results">
        <Result version={versions[0]} why={now} />
        {!same && <Result version={versions[1]} why={draft} fresh />}
      </ul>
      {draft.cuts.length > 0 && <Position now={now} draft={draft} versions={versions} />}
      <Inputs now={now} draft={draft} versions={versions} same={same} />
      <p className="rule">{draft.result === now.result ? t(draft.rule) : <>{t('method.result_changes', { from: t(now.result), to: t(draft.result) })} {t(draft.rule)}</>}</p>
    </div>
  )
}

function Result({ version, why, fresh }: { version: number; why: Why; fresh?: boolean }) {
  const { t } = useTranslation()
  const hue = hueOf(why.result)
  return <li className={fresh ? 'fresh' : undefined}><span className="third">{t('method.v', { version })}</span><span className="chip" style={{ background: hue.tint, color: hue.text }}><b>{t(why.result)}</b></span></li>
}

function Inputs({ now, draft, versions, same }: { now: Why; draft: Why; versions: [number, number]; same: boolean }) {
  const { t } = useTranslation()
  const write = useFigure()
  const value = (f: Figure | undefined) => (f ? write(f) : missing)
  const cuts = (why: Why, key: string) => why.cuts.filter((c) => c.key === key).map(value).join(' / ')
  return (
    <div className="method-scroll" tabIndex={0}>
      <table className="method-rows worked">
        <thead><tr><th scope="col">{t('ui.input')}</th><th scope="col" className="number">{t('method.v', { version: versions[0] })}</th>{!same && <th scope="col" className="number">{t('method.v', { version: versions[1] })}</th>}<th scope="col" className="number">{t('ui.cut')}</th></tr></thead>
        <tbody>
          {draft.inputs.map((f) => {
            const old = now.inputs.find((n) => n.key === f.key), before = cuts(now, f.key), after = cuts(draft, f.key)
            return (
              <tr key={f.key}>
                <th scope="row">{t(f.key)}</th>
                <td className="number">{value(old)}</td>
                {!same && <td className="number">{value(f) === value(old) ? <span className="third">{value(f)}</span> : <b className="new">{value(f)}</b>}</td>}
                <td className="number">{before !== after && <s>{before}</s>} {before !== after ? <b className="new">{after}</b> : after}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

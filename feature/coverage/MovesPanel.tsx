import { CloseOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip, TierWord, useTierName } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { type Moving, type Trying, useFound, usePut, useTake } from './server'
import { hours } from './words'

/** MovesPanel lists which accounts go to whom, and adds and takes out. */
export function MovesPanel({ trial, onRefresh }: { trial: Trying; onRefresh: () => void }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { name } = usePeople()
  const tier = useTierName()
  const open = trial.state === 'open'
  const lost = trial.moves.filter((m) => m.state === 'lost').length
  const sheet = () => ({
    columns: [t('coverage.code'), t('coverage.account'), t('coverage.tier'), t('coverage.from'), t('coverage.to'), t('coverage.reason')],
    rows: trial.moves.map((m) => [m.code, m.name, m.tier ? tier(m.tier) : '', name(m.from), name(m.to), t(`coverage.why_${m.reason}`)]),
  })
  return (
    <Panel title={t('coverage.moves')} subtitle={t('coverage.moves_say', { count: count(trial.moves.length) })} sheet={sheet} note={trial.cut && t('coverage.cut')}>
      {open && <Adding trial={trial} onRefresh={onRefresh} />}
      {lost > 0 && <Alert type="warning" showIcon title={t('coverage.lost_says', { count: lost })} />}
      {trial.moves.length === 0 ? <Empty>{t('coverage.no_moves_yet')}</Empty> : (
        <div className="sheet coverage-rows" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('coverage.account')}</th><th scope="col" className="wide">{t('coverage.tier')}</th><th scope="col" className="number wide">{t('coverage.need')}</th><th scope="col">{t('coverage.from')}</th><th scope="col">{t('coverage.to')}</th><th scope="col">{t('coverage.reason')}</th>{open && <th />}</tr></thead>
            <tbody>{trial.moves.map((m) => <Line key={m.account} move={m} trial={trial} />)}</tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function Line({ move: m, trial }: { move: Moving; trial: Trying }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const take = useTake(trial)
  return (
    <tr>
      <td><Link to="/accounts/$id" params={{ id: m.account } as never}>{m.name}</Link></td>
      <td className="wide">{m.tier && <TierWord tier={m.tier} />}</td>
      <td className="number wide">{hours(figures, m.hours)}</td>
      <td>{m.from ? name(m.from) : t('coverage.nobody')}</td>
      <td>{name(m.to)}</td>
      <td>{m.state === 'planned' ? <PlainChip>{t(`coverage.why_${m.reason}`)}</PlainChip> : <StateChip state={m.state === 'lost' ? 'ask' : m.state === 'waiting' ? 'info' : 'ok'}>{t(`coverage.move_${m.state}`)}</StateChip>}</td>
      {trial.state === 'open' && <td><Button size="small" type="text" icon={<CloseOutlined />} loading={take.isPending} aria-label={t('coverage.remove_move', { name: m.name })} onClick={() => take.mutate(m.account)} /><Fault error={take.error} /></td>}
    </tr>
  )
}

function Adding({ trial, onRefresh }: { trial: Trying; onRefresh: () => void }) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const [account, choose] = useState<string>()
  const [to, give] = useState<string>()
  const { data: found = [] } = useFound(words)
  const put = usePut(trial)
  const add = () => account && to && put.mutate({ account, to }, { onSuccess: () => choose(undefined) })
  return (
    <>
      <div className="coverage-adding">
        <Select aria-label={t('coverage.move_account')} placeholder={t('coverage.move_account')} value={account} onChange={choose} showSearch={{ onSearch: search, filterOption: false }} notFoundContent={null}
          options={found.map((a) => ({ value: a.id, label: a.name }))} />
        <Select aria-label={t('coverage.move_to')} placeholder={t('coverage.move_to')} value={to} onChange={give} showSearch={{ optionFilterProp: 'label' }}
          options={trial.people.filter((p) => p.receives).map((p) => ({ value: p.user, label: p.name }))} />
        <Button disabled={!account || !to} loading={put.isPending} onClick={add}>{t('coverage.add_move')}</Button>
      </div>
      <Fault error={put.error} onRetry={onRefresh} />
    </>
  )
}

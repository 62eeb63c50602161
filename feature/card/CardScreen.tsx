import './card.css'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { Slot } from '../../ui/Slot'
import { LevelChip } from './LevelChip'
import { type Cards, type Level, useCards, type Which } from './server'

type Shown = '' | 'soon' | Level

/** CardScreen lists the cards that count: how many of each level, and which of them are about to expire. */
export default function CardScreen() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const may = useMay()
  const [{ show }, set] = useAddress<{ show: Shown }>({ show: '' })
  const which: Which = show === 'soon' ? { soon: true } : { level: show || undefined }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useCards(which)
  const counts = data?.pages[0]?.counts ?? []
  const all = counts.reduce((sum, c) => sum + c.count, 0), soon = counts.reduce((sum, c) => sum + c.soon, 0)
  const options: { value: Shown; label: string }[] = [{ value: '', label: `${t('card.all')} ${count(all)}` }, ...counts.map((c) => ({ value: c.level, label: `${t(`card.${c.level}`)} ${count(c.count)}` })), { value: 'soon', label: `${t('card.soon')} ${count(soon)}` }]
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="card-screen">
      <PageHead title={t('card.cards')} note={t('card.count_says', { count: count(all) })}>
        <Slot name="card.way" />
        <Select<Shown> value={show} onChange={(show) => set({ show })} aria-label={t('card.show')} options={options} popupMatchSelectWidth={false} />
        {may('card:export') && <Button href={`/api/cards/export?${new URLSearchParams(show === 'soon' ? { soon: 'true' } : show ? { level: show } : {})}`}>{t('card.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      <Panel title={t('card.cards')} subtitle={t('card.soon_says_all', { count: count(soon) })} stale={isFetching && !!data}>
        {!data && !error ? <Waiting rows={6} /> : rows.length === 0 ? <Empty>{t('card.no_cards')}</Empty> : <Table rows={rows} />}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('card.more')}</Button>}
      </Panel>
    </div>
  )
}

function Table({ rows }: { rows: Cards['rows'] }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { name } = usePeople()
  return (
    <div className="card-scroll" tabIndex={0}>
      <table className="card-rows">
        <thead><tr><th scope="col">{t('card.account')}</th><th scope="col">{t('card.level')}</th><th scope="col">{t('card.until')}</th><th scope="col" className="number">{t('card.events')}</th><th scope="col" className="number">{t('card.seats')}</th><th scope="col">{t('card.owner')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td className="cut"><Link to="/accounts/$id" params={{ id: r.account } as never} title={r.name}>{r.name}</Link></td>
              <td><LevelChip level={r.level} /></td>
              <td>{r.until}{r.soon && <span className="soon"> {t('card.soon')}</span>}</td>
              <td className="number">{t('card.left_of', { left: count(r.events - r.events_used), all: count(r.events) })}</td>
              <td className="number">{t('card.left_of', { left: count(r.seats - r.seats_used), all: count(r.seats) })}</td>
              <td>{name(r.owner)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

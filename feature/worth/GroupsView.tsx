import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Figures, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { GroupsPanel } from './GroupsPanel'
import { InsidePanel } from './InsidePanel'
import { Left } from './Left'
import { type Group, type Grouped, none, useChoices, useGroups, useInside, type Whole } from './server'

/** useGroupName says what a group is called; there is one of what belongs to none. */
export function useGroupName() {
  const { t } = useTranslation()
  return (g: { key: string; name: string }) => g.name || t('worth.none')
}

/** GroupsView shows what is left of all together, or of the group that was chosen, beside all groups. */
export function GroupsView() {
  const { t } = useTranslation()
  const [{ group }] = useChoices()
  const { data, error, isPlaceholderData, refetch } = useGroups()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('worth.contribution')}><Waiting rows={10} /></Panel>
  return (
    <div className="worth">
      <div className="worth-column">
        {group ? <Chosen key={group} group={group} grouped={data} /> : <Together title={t('worth.all')} whole={data.whole} since={data.since} until={data.until} currency={data.currency} own={data.scope === 'own'} stale={isPlaceholderData} />}
      </div>
      <GroupsPanel grouped={data} stale={isPlaceholderData} />
    </div>
  )
}

interface Sum {
  title: string
  whole: Whole
  since: string
  until: string
  currency: string
  own?: boolean
  stale?: boolean
  extra?: React.ReactNode
}

/** Together is what some accounts leave, with what is not known of them. */
function Together({ title, whole: w, since, until, currency, own, stale, extra }: Sum) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  const notes = [
    !!own && t('worth.scope_own'),
    w.count > 0 && w.unknown > 0 && t('worth.without', { count: figures.count(w.unknown), sales: figures.sum(w.outside), unit: figures.unit }),
    w.partly > 0 && t('worth.partly_say', { count: figures.count(w.partly) }),
    w.count > 0 && w.blank > 0 && t('worth.blank_say', { count: figures.count(w.blank) }),
  ]
  return <Left title={title} parts={w.parts} since={since} until={until} figures={figures} notes={notes} stale={stale} extra={extra} blank={<NoCost whole={w} figures={figures} />}
    stand={w.count > 0 && <p className="worth-stand second">{t('worth.of_accounts', { count: figures.count(w.count) })}{w.losses > 0 && <span className="late">{t('worth.losses', { count: figures.count(w.losses) })}</span>}</p>} />
}

/** NoCost says that nothing can be said without the cost of goods, and what to do. */
function NoCost({ whole: w, figures }: { whole: Whole; figures: Figures }) {
  const { t } = useTranslation()
  if (w.unknown === 0) return <Empty>{t('worth.nothing')}</Empty>
  return <Empty><b>{t('worth.no_cost')}</b><br />{t('worth.no_cost_say', { count: figures.count(w.unknown), sales: figures.sum(w.outside), unit: figures.unit })}</Empty>
}

function Chosen({ group, grouped }: { group: string; grouped: Grouped }) {
  const { t } = useTranslation()
  const [, set] = useChoices()
  const name = useGroupName()
  const pages = useInside(group)
  const [first] = pages.data?.pages ?? []
  if (pages.error) return <Fault error={pages.error} onRetry={() => void pages.refetch()} />
  if (!first) return <Panel title={name(grouped.rows.find((g: Group) => (g.key || none) === group) ?? { key: '', name: '' })}><Waiting rows={10} /></Panel>
  return (
    <>
      <Together title={name(first)} whole={first.whole} since={first.since} until={first.until} currency={first.currency} extra={<Button size="small" onClick={() => set({ group: '' })}>{t('worth.show_all')}</Button>} />
      <AccountsOf group={group} />
    </>
  )
}

/** AccountsOf lists the accounts of a group. */
export function AccountsOf({ group }: { group: string }) {
  const { t } = useTranslation()
  const name = useGroupName()
  const pages = useInside(group)
  const [first] = pages.data?.pages ?? []
  if (!first) return null
  return <InsidePanel title={t('worth.accounts_of', { name: name(first) })} pages={pages.data?.pages ?? []} more={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined} loading={pages.isFetchingNextPage} />
}

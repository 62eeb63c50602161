import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { query, useBehind, useChoices } from './ask'
import { useMarks } from './Marks'
import { useMarkName } from './markName'
import { TakeAlong } from './TakeAlong'

type Member = Reply<'/api/portfolio/members'>['rows'][number]
type Model = 'pareto' | 'abc' | 'rfm' | 'grid' | 'quadrant' | 'pyramid' | 'register'

/** Behind is the list of accounts behind a mark. */
export function Behind() {
  const { behind, close } = useBehind()
  const name = useMarkName()
  const phone = usePhone()
  return (
    <Drawer open={!!behind} onClose={close} size={phone ? '100%' : 640} title={behind && name(behind.model, behind.mark)} destroyOnHidden className="behind">
      {behind && <Accounts model={behind.model as Model} mark={behind.mark} />}
    </Drawer>
  )
}

function Accounts({ model, mark }: { model: Model; mark: string }) {
  const { t } = useTranslation()
  const asked = { ...query(useChoices()[0]), model, mark }
  const pages = useInfiniteQuery({
    queryKey: ['portfolio', 'members', asked],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/portfolio/members', { params: { query: { ...asked, after } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  const figures = useFigures(pages.data?.pages[0]?.currency)
  if (pages.error) return <Fault error={pages.error} onRetry={() => void pages.refetch()} />
  const [first] = pages.data?.pages ?? []
  if (!first) return <Waiting rows={8} />
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  if (!rows.length) return <Empty>{t('portfolio.nobody_behind')}</Empty>
  return (
    <>
      <div className="behind-head">
        <span className="second">{t('portfolio.behind_says', { count: figures.count(first.count), date: first.as_of })}{first.scope === 'own' && t('portfolio.own_scope')}</span>
        <TakeAlong grant="portfolio:export" path="/api/portfolio/members/export" also={{ model, mark }} />
      </div>
      <table className="behind-rows">
        <thead>
          <tr>
            <th scope="col">{t('portfolio.account')}</th>
            <th scope="col" className="number">{t('portfolio.amount_in', { unit: figures.unit })}</th>
            <th scope="col" className="number">{t('portfolio.share')}</th>
            <th scope="col" className="number">{t('portfolio.last_order')}</th>
          </tr>
        </thead>
        <tbody>{rows.map((m) => <Row key={m.id} member={m} currency={first.currency} />)}</tbody>
      </table>
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('portfolio.more')}</Button>}
    </>
  )
}

function Row({ member: m, currency }: { member: Member; currency: string }) {
  const figures = useFigures(currency)
  const marks = useMarks()
  return (
    <tr>
      <td>
        <Link to="/accounts/$id" params={{ id: m.id } as never}>{m.name}</Link>
        <span className="chips">{marks(m).map(({ model, shown }) => <span key={model}>{shown}</span>)}</span>
      </td>
      <td className="number">{figures.sum(m.amount)}</td>
      <td className="number third">{figures.share(m.share)}</td>
      <td className="number third">{figures.day(m.last_order)}</td>
    </tr>
  )
}

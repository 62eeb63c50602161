import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { useSeen, useWaiting } from './server'
import type { News } from './wire'
import { useTime, useWords } from './words'

/** NewsPanel tells what the user did not ask for but has to know. */
export function NewsPanel({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const news = useWaiting().data?.news ?? []
  if (news.length === 0) return null
  return (
    <Panel title={t('approval.news')}>
      <ul className="approval-news">{news.map((one) => <Line key={one.proposal + one.what} news={one} onOpen={() => onOpen(one.proposal)} />)}</ul>
    </Panel>
  )
}

function Line({ news, onOpen }: { news: News; onOpen: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const time = useTime()
  const seen = useSeen()
  const asks = words.asks(news)
  return (
    <li>
      <button type="button" className="link" onClick={onOpen}>{asks}</button>
      <span className="second">{t(`approval.news_${news.what}`, { state: t(`approval.${news.state}`) })}</span>
      <span className="third">{time(news.at)}</span>
      <Button type="text" size="small" icon={<CloseOutlined />} loading={seen.isPending} aria-label={t('approval.dismiss', { what: asks })} onClick={() => seen.mutate(news.proposal)} />
    </li>
  )
}

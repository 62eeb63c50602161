import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { type Standing, useSeen } from './server'

/** NewsPanel tells what others, or time, have decided. */
export function NewsPanel({ news }: { news: Standing['news'] }) {
  const { t } = useTranslation()
  const seen = useSeen()
  return (
    <Panel title={t('claim.news')} extra={<Button size="small" loading={seen.isPending} onClick={() => news[0] && seen.mutate(news[0].id)}>{t('claim.news_seen')}</Button>}>
      <Fault error={seen.error} />
      <ul className="claim-news">
        {news.map((n) => <li key={n.id}><span className="third number">{n.on}</span> {t(`claim.news_${n.what}`, { company: n.company, words: n.words })}</li>)}
      </ul>
    </Panel>
  )
}

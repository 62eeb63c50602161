import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Ending, type Lesson, useLessons } from './server'

const endings: Ending[] = ['', 'won', 'lost']

/** LessonsPanel lists what was learnt from deals that ended. */
export function LessonsPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const [state, choose] = useState<Ending>('')
  const pages = useLessons(state)
  const rows = pages.data?.pages.flatMap((p) => p.rows)
  return (
    <Panel title={t('winloss.lessons')} stale={pages.isPlaceholderData} extra={
      <>
        <Segmented<Ending> size="small" aria-label={t('winloss.ending')} value={state} onChange={choose} options={endings.map((value) => ({ value, label: t(`winloss.${value || 'both'}`) }))} />
        {may('winloss:export') && <Button size="small" type="text" icon={<DownloadOutlined />} aria-label={`${t('winloss.export')} ${t('winloss.lessons')}`} title={t('winloss.export')} href={`/api/win-loss/lessons/export${state && `?state=${state}`}`} />}
      </>
    }>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {!rows ? !pages.error && <Waiting rows={4} /> : rows.length === 0 ? <Empty>{t('winloss.no_lessons')}</Empty> : (
        <ul className="winloss-lessons">{rows.map((l) => <Learnt key={l.deal} lesson={l} />)}</ul>
      )}
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('winloss.more_lessons')}</Button>}
    </Panel>
  )
}

function Learnt({ lesson: l }: { lesson: Lesson }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  const around = [l.account, l.owner, l.product, l.reason && t(`opportunity.reason_${l.reason}`), l.winner && t('winloss.went_to', { winner: l.winner })].filter(Boolean).join(' · ')
  return (
    <li>
      <p>{l.lesson || l.outcome}</p>
      <small className="second">
        <StateChip state={l.state === 'won' ? 'ok' : 'blocked'}>{t(`winloss.${l.state}`)}</StateChip>{' '}
        <Link to={`/opportunities/${l.deal}` as never}>{l.name}</Link> {day(l.closed)}{around && ` · ${around}`}
      </small>
    </li>
  )
}

import { Button, Popconfirm, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import { endSession, type Session, useMine, useSessions } from './mine'

/** SessionsPanel lists where the user is signed in, and ends it there. */
export function SessionsPanel() {
  const { t } = useTranslation()
  const phone = usePhone()
  const { time } = useFigures()
  const sessions = useSessions()
  const end = useMine(endSession)
  const others = (sessions.data?.length ?? 0) > 1 && (
    <Popconfirm title={t('user.end_others_ask')} onConfirm={() => end.mutate(undefined)}>
      <Button size="small" loading={end.isPending && !end.variables}>{t('user.end_others')}</Button>
    </Popconfirm>
  )
  return (
    <Panel title={t('user.sessions')} extra={others}>
      <Fault error={sessions.error ?? end.error} onRetry={() => void sessions.refetch()} />
      <Table size="small" pagination={false} rowKey="id" loading={!sessions.data} dataSource={sessions.data}
        columns={[
          { title: t('user.device'), render: (_, s) => <><b>{s.device || t('user.device_unknown')}</b> {s.here && <PlainChip>{t('user.here')}</PlainChip>}<div className="third">{phone ? `${s.origin} · ${time(s.seen)}` : s.origin}</div></> },
          ...(phone ? [] : [
            { title: t('user.since'), width: 170, render: (_: unknown, s: Session) => time(s.since) },
            { title: t('user.seen_at'), width: 170, render: (_: unknown, s: Session) => time(s.seen) },
          ]),
          { title: <span className="unseen">{t('ui.actions')}</span>, width: 96, align: 'right', render: (_, s) => !s.here && <Button type="link" size="small" loading={end.isPending && end.variables === s.id} onClick={() => end.mutate(s.id)}>{t('user.end')}</Button> },
        ]} />
    </Panel>
  )
}

import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { usePhone } from '../../ui/media'
import { useMay } from '../../ui/me'
import type { Line } from './server'
import { Values } from './Values'

interface Props {
  lines: Line[] | undefined
  /** all entries are about the record that is on the screen */
  plain?: boolean
  none: string
}

/** LogTable lists entries: when, who, did what, to what, and what it was before. */
export function LogTable({ lines, plain, none }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { second } = useFigures()
  const columns = [
    { title: t('auditing.when'), width: 172, render: (_: unknown, l: Line) => <time className="audit-time">{second(l.at)}</time> },
    { title: t('auditing.who'), width: 132, render: (_: unknown, l: Line) => <Who line={l} /> },
    { title: t('auditing.what'), width: 190, render: (_: unknown, l: Line) => l.done },
    ...(plain ? [] : [{ title: t('auditing.object'), width: 200, render: (_: unknown, l: Line) => <What line={l} /> }]),
    { title: t('auditing.content'), render: (_: unknown, l: Line) => <Values values={l.values} /> },
  ]
  const stacked = [{
    title: t('auditing.what'),
    render: (_: unknown, l: Line) => (
      <>
        <div><b>{l.who}</b> {l.done}{!plain && <> · <What line={l} /></>}</div>
        <time className="audit-time third">{second(l.at)}</time>
        <Values values={l.values} />
      </>
    ),
  }]
  return (
    <Table size="small" className="audit-log" pagination={false} rowKey="id" loading={!lines} dataSource={lines} showHeader={!phone}
      locale={{ emptyText: none }} columns={phone ? stacked : columns} scroll={phone || plain ? undefined : { x: 900 }} />
  )
}

function Who({ line: { who, actor } }: { line: Line }) {
  return <>{who}{actor && actor !== who && !actor.includes(':') && actor !== 'job' && <div className="third">{actor}</div>}</>
}

function What({ line: { kind, name, account } }: { line: Line }) {
  const may = useMay()
  const known = account && name && may('account:read')
  return <>{kind}{name && <> {known ? <Link to={'/accounts/$id' as string} params={{ id: account } as never}>{name}</Link> : name}</>}</>
}

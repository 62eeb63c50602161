import { PlusCircleOutlined, SyncOutlined } from '@ant-design/icons'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Written } from './wire'

/** WrittenPanel shows some rows as they will stand, with what they replace. */
export function WrittenPanel({ rows }: { rows: Written[] }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const fields = [...new Set(rows.flatMap((row) => row.cells.map((c) => c.field)))]
  return (
    <Panel title={t('importing.written')} subtitle={rows.length > 0 && t('importing.written_of', { n: rows.length })}>
      {rows.length === 0 ? <Empty>{t('importing.written_none')}</Empty> : (
        <Table size="small" pagination={false} rowKey="row" dataSource={rows} scroll={{ x: 'max-content' }}
          columns={[
            { title: t('importing.result'), width: 88, render: (_, row) => <Mark result={row.result} /> },
            { title: t('importing.row'), width: 64, align: 'right', render: (_, row) => count(row.row) },
            ...fields.map((field) => ({
              title: t(`importing.field_${field}`), key: field, className: figures.has(field) ? 'number' : '',
              render: (_: unknown, row: Written) => <Cell {...row.cells.find((c) => c.field === field)} />,
            })),
          ]} />
      )}
    </Panel>
  )
}

const figures = new Set(['quantity', 'price', 'amount', 'tax', 'cost', 'list_price', 'employees', 'revenue', 'rate'])

function Cell({ value, was }: { value?: string; was?: string }) {
  if (was === undefined || was === value) return value
  return <><s className="was">{was}</s><span className="now">{value}</span></>
}

function Mark({ result }: { result: Written['result'] }) {
  const { t } = useTranslation()
  const icon = { inserted: <PlusCircleOutlined style={{ color: 'var(--state-ok)' }} />, updated: <SyncOutlined style={{ color: 'var(--state-info)' }} /> }[result]
  return <span className="result">{icon}{{ inserted: t('importing.inserted'), updated: t('importing.updated') }[result]}</span>
}

import { Table } from 'antd'
import { type UIEvent, useEffect, useRef, useState } from 'react'
import { useFigures } from '../../ui/figures'
import { useKeys } from '../../ui/keys'
import { type Row, tableColumns, useColumns } from './columns'
import type { Filter } from './Filters'

interface Props {
  rows: Row[]
  filter: Filter
  stale: boolean
  chosen: Row[]
  onChoose: (rows: Row[]) => void
  onSort: (order: { sort: string; desc: string }) => void
  onEnd: () => void
  onOpen: (row: Row) => void
}

/** AccountTable shows the list; the server sorts it, the end of it brings the next page. */
export function AccountTable({ rows, filter, stale, chosen, onChoose, onSort, onEnd, onOpen }: Props) {
  const figures = useFigures()
  const [box, height] = useHeight()
  const at = useCursor(rows, chosen, onChoose, onOpen)
  useEffect(() => box.current?.querySelector('.ant-table-row.at')?.scrollIntoView({ block: 'nearest' }), [at])
  const columns = tableColumns(useColumns(), filter.columns.split(','), filter.sort, !!filter.desc, figures)
  const width = columns.reduce((sum, c) => sum + Number(c.width), 40)
  const scrolled = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent<HTMLElement>) => {
    if (scrollTop + clientHeight > scrollHeight - 400) onEnd()
  }
  return (
    <div ref={box} className={stale ? 'account-table stale' : 'account-table'}>
      <Table<Row> size="small" rowKey="id" pagination={false} dataSource={rows} columns={columns} showSorterTooltip={false}
        virtual={rows.length > 200} scroll={{ x: width, y: Math.max(200, height - 34) }} onScroll={scrolled}
        rowClassName={(_, i) => (i === at ? 'at' : '')}
        rowSelection={{ columnWidth: 36, hideSelectAll: true, preserveSelectedRowKeys: true, selectedRowKeys: chosen.map((r) => r.id), onChange: (_, picked) => onChoose(picked.filter(Boolean)) }}
        onChange={(_p, _f, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? sorter[0]! : sorter
          onSort({ sort: String(columnKey), desc: order === 'descend' ? '1' : '' })
        }} />
    </div>
  )
}

// j and k move, x selects, Enter opens.
function useCursor(rows: Row[], chosen: Row[], onChoose: (rows: Row[]) => void, onOpen: (row: Row) => void) {
  const [at, setAt] = useState(-1)
  const row = rows[at]
  useKeys({
    j: () => setAt(Math.min(at + 1, rows.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    x: () => row && onChoose(chosen.some((r) => r.id === row.id) ? chosen.filter((r) => r.id !== row.id) : [...chosen, row]),
    Enter: () => row && onOpen(row),
  })
  return at
}

function useHeight(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(400)
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height))
    seen.observe(box.current!)
    return () => seen.disconnect()
  }, [])
  return [box, height]
}

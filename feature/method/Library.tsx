import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Edit, useWord } from './editing'
import { type Line, Lines } from './Lines'
import { at } from './path'
import { fresh, isLeaf, placed } from './shape'
import type { Config, Field } from './wire'

interface Props {
  list: Field
  /** draws what a line holds besides single values */
  inner: (fields: Field[]) => ReactNode
}

type Row = Record<string, Config>

/** Library is a list of things described alike: lines that can be added, put before others and taken out where their number is free. */
export function Library({ list, inner }: Props) {
  const { t } = useTranslation()
  const { config, onPut } = useContext(Edit)
  const word = useWord()
  const rows = (at(config, list.path) as Row[] | undefined) ?? []
  const fields = list.element?.fields ?? [], columns = fields.filter(isLeaf), nested = fields.filter((f) => !isLeaf(f))
  const [head, ...rest] = columns
  const change = list.size ? undefined : onPut && ((next: Row[]) => onPut(list.path, next))
  const titled = head?.type === 'text' || head?.type === 'choice'
  const own = (row: Row) => head?.type === 'text' && word(String(row[head.name])) === String(row[head.name])
  const title = (row: Row, i: number) => (titled && head && row[head.name] ? word(String(row[head.name])) : String(i + 1))
  const lines = rows.map((row, i): Line => ({ path: `${list.path}.${i}`, title: title(row, i), tools: change && <Tools title={title(row, i)} at={i} rows={rows} onPut={change} /> }))
  return (
    <>
      <Lines columns={titled && !(change && rows.some(own)) ? rest : columns} rows={lines} field={placed} />
      {change && <Button size="small" icon={<PlusOutlined />} onClick={() => change([...rows, fresh(list.element!) as Row])}>{t('method.add_line')}</Button>}
      {nested.length > 0 && lines.map(({ path, title }) => <details key={path} className="method-inside"><summary>{title}</summary>{inner(nested.map((f) => placed(f, path)))}</details>)}
    </>
  )
}

/** Tools put a line before the one above it, or take it out. */
function Tools({ title, at: i, rows, onPut }: { title: string; at: number; rows: Row[]; onPut: (next: Row[]) => void }) {
  const { t } = useTranslation()
  const before = () => onPut([...rows.slice(0, i - 1), rows[i]!, rows[i - 1]!, ...rows.slice(i + 1)])
  return (
    <>
      <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={i === 0} aria-label={`${t('method.line_up')} ${title}`} onClick={before} />
      <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${t('method.line_out')} ${title}`} onClick={() => onPut(rows.filter((_, at) => at !== i))} />
    </>
  )
}

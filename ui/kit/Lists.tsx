import './lists.css'
import { SwapOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { bring, type Came } from '../bring'
import { Fault } from '../Fault'

/** Part is a list that can be taken along, brought back, or both. */
export interface Part {
  title: string
  /** where each kind of file is fetched from */
  out?: { kind: string; address: string }[]
  /** where a filled-in one is handed in, and the endings of its name */
  into?: { address: string; accept: string }
  /** another way in, on a screen of its own */
  elsewhere?: { label: string; to: string }
}

interface Props {
  /** what the lists are of */
  of: string
  parts: Part[]
  small?: boolean
}

/** Lists lets lists leave and come back: each part stands in the menu with its files. */
export function Lists({ of, parts, small }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const into = useRef('')
  const read = useRead()
  const ask = (way: NonNullable<Part['into']>) => {
    into.current = way.address
    field.current!.accept = way.accept
    field.current!.click()
  }
  const items = parts.flatMap(({ title, out = [], into: way, elsewhere }) => {
    const ways = [
      ...out.map(({ kind, address }) => ({ key: address, label: <a href={address}>{t('ui.list_out', { kind })}</a> })),
      ...(way ? [{ key: way.address, label: t('ui.list_in'), onClick: () => ask(way) }] : []),
      ...(elsewhere ? [{ key: elsewhere.to, label: <Link to={elsewhere.to}>{elsewhere.label}</Link> }] : []),
    ]
    return ways.length ? [{ key: title, type: 'group' as const, label: title, children: ways }] : []
  })
  if (items.length === 0) return null
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size={small ? 'small' : undefined} type={small ? 'text' : undefined} icon={<SwapOutlined />} title={t('ui.lists')} aria-label={`${t('ui.lists')} ${of}`} />
      </Dropdown>
      <input ref={field} type="file" hidden aria-label={`${t('ui.list_in')} ${of}`}
        onChange={({ target }) => { const [file] = target.files ?? []; if (file) void read(into.current, file); target.value = '' }} />
    </>
  )
}

/** useRead says what a file would change, and takes it once somebody agrees. */
function useRead() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { modal, message } = App.useApp()
  const failed = (error: unknown) => void modal.error({ title: t('ui.list_failed'), content: <Fault error={error} /> })
  const keep = async (address: string, file: File) => {
    const { taken, updated = 0, same } = await bring(address, file, false)
    void message.success(t('ui.list_taken', { taken, updated, same }))
    await queries.invalidateQueries()
  }
  const show = (address: string, file: File, came: Came) => {
    const { taken, updated = 0, same, wrong } = came, content = wrong.length > 0 && <Wrong rows={wrong} />
    if (wrong.length > 0 && !came.partly) return modal.error({ title: t('ui.list_wrong', { count: wrong.length }), content })
    if (taken + updated === 0) return modal.info({ title: t('ui.list_same', { same }), content })
    return modal.confirm({ title: t('ui.list_would', { taken, updated, same }), content, okText: t('ui.list_take'), onOk: () => keep(address, file).catch(failed) })
  }
  return (address: string, file: File) => bring(address, file, true).then((came) => void show(address, file, came), failed)
}

/** Wrong says which rows cannot be taken, and why. */
function Wrong({ rows }: { rows: Came['wrong'] }) {
  const { t } = useTranslation()
  return <ul className="list-wrong">{rows.map((w) => <li key={w.row}><b>{t('ui.list_row', { row: w.row })}</b> {w.says}</li>)}</ul>
}

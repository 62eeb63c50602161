import { DownloadOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Sheet, savePicture, saveSheet } from '../sheet'
import { SheetTable } from './SheetTable'

interface Props {
  title: string
  subtitle?: ReactNode
  /** controls at the right of the header */
  extra?: ReactNode
  /** the figures behind the drawing: shown by one click, exported by two */
  sheet?: () => Sheet
  /** the drawing as a PNG data URL */
  picture?: () => string | undefined
  /** old figures stay, greyed, while new ones are on their way */
  stale?: boolean
  /** an amber line at the foot: what is partial or old about these figures */
  note?: ReactNode
  className?: string
  children: ReactNode
}

/** Panel is the white box that asks one question and answers it. */
export function Panel({ title, subtitle, extra, sheet, picture, stale, note, className = '', children }: Props) {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className={`panel ${className}`} aria-labelledby={id} aria-busy={stale}>
      <header>
        <div className="panel-title">
          <h2 id={id}>{title}</h2>
          {subtitle && <span className="panel-subtitle">{subtitle}</span>}
        </div>
        {extra}
        {sheet && <Tools title={title} sheet={sheet} picture={picture} asTable={asTable} onTable={setAsTable} />}
      </header>
      <div className={stale ? 'panel-body stale' : 'panel-body'}>{asTable && sheet ? <SheetTable {...sheet()} /> : children}</div>
      {note && <p className="panel-note">{note}</p>}
    </section>
  )
}

interface ToolsProps {
  title: string
  sheet: () => Sheet
  picture?: () => string | undefined
  asTable: boolean
  onTable: (on: boolean) => void
}

function Tools({ title, sheet, picture, asTable, onTable }: ToolsProps) {
  const { t } = useTranslation()
  const save: Record<string, () => void> = {
    png: () => savePicture(title, picture?.()),
    xlsx: () => saveSheet(title, sheet(), 'xlsx'),
    csv: () => saveSheet(title, sheet(), 'csv'),
  }
  const kinds = picture && !asTable ? ['png', 'xlsx', 'csv'] : ['xlsx', 'csv']
  return (
    <span className="panel-tools">
      <Button size="small" type="text" icon={<TableOutlined />} aria-pressed={asTable} title={t('ui.table')} aria-label={`${t('ui.table')} ${title}`} onClick={() => onTable(!asTable)} />
      <Dropdown trigger={['click']} menu={{ items: kinds.map((key) => ({ key, label: t('ui.save_as', { kind: key.toUpperCase() }) })), onClick: ({ key }) => save[key]?.() }}>
        <Button size="small" type="text" icon={<DownloadOutlined />} title={t('ui.export')} aria-label={`${t('ui.export')} ${title}`} />
      </Dropdown>
    </span>
  )
}

import { InboxOutlined, LoadingOutlined } from '@ant-design/icons'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  busy?: boolean
  onFile: (file: File) => void
}

/** Drop takes a file from the mouse or from the file dialogue. */
export function Drop({ busy, onFile }: Props) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const take = (file: File | null | undefined) => file && !busy && onFile(file)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files.item(0))
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <label className={over ? 'drop over' : 'drop'} aria-disabled={busy} onDrop={drop} onDragOver={hover} onDragLeave={() => setOver(false)}>
      {busy ? <LoadingOutlined /> : <InboxOutlined />}
      <b>{busy ? t('importing.reading') : t('importing.drop')}</b>
      <small>{t('importing.drop_kinds')}</small>
      <input type="file" disabled={busy} accept=".csv,.tsv,.txt,.gz,.xlsx,.xls,.xml,.html,.htm" aria-label={t('importing.choose')}
        onChange={({ target }) => {
          take(target.files?.item(0))
          target.value = '' // the corrected file has the same name
        }} />
    </label>
  )
}

import { FileTextOutlined } from '@ant-design/icons'
import { InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Import, Settings } from './wire'
import { size } from './wizard'

interface Props {
  subject: Import
  /** absent once nothing can be changed any more */
  onChange?: (change: Partial<Settings>) => void
}

/** FileBar says what kind of file this is, as far as it was found out, and lets the user know better. */
export function FileBar({ subject, onChange }: Props) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { file, check } = subject
  const names: Record<string, string> = { ',': t('importing.comma'), ';': t('importing.semicolon'), '\t': t('importing.tab'), '|': t('importing.bar') }
  const facts = [size(file.bytes), check && t('importing.n_rows', { n: count(check.rows) }), t('importing.n_columns', { n: file.columns.length }), t('importing.header_row', { row: file.header_row })]
  return (
    <section className="source" aria-label={t('importing.file')}>
      <div className="name">
        <FileTextOutlined />
        <div>
          <b>{file.name}</b>
          <div className="third">{facts.filter(Boolean).join(' · ')}</div>
        </div>
      </div>
      {file.encoding && (
        <Fact name={t('importing.encoding')} value={file.encoding}>
          {onChange && <Select size="small" value={file.encoding} options={known.map((value) => ({ value }))} onChange={(encoding) => onChange({ encoding, matching: undefined })} popupMatchSelectWidth={false} aria-label={t('importing.encoding')} />}
        </Fact>
      )}
      {file.separator && (
        <Fact name={t('importing.separator')} value={names[file.separator]}>
          {onChange && <Select size="small" value={file.separator} options={Object.entries(names).map(([value, label]) => ({ value, label }))} onChange={(one) => onChange({ separator: one === '\t' ? 'tab' : one, matching: undefined })} popupMatchSelectWidth={false} aria-label={t('importing.separator')} />}
        </Fact>
      )}
      <Fact name={t('importing.header')} value={file.header_row}>
        {onChange && <InputNumber size="small" min={1} max={30} style={{ width: 64 }} value={file.header_row} onChange={(header) => onChange({ header: header ?? 0, matching: undefined })} aria-label={t('importing.header')} />}
      </Fact>
    </section>
  )
}

/** Fact is something that was found out; with a control while it can be corrected. */
function Fact({ name, value, children }: { name: string; value: ReactNode; children: ReactNode }) {
  return <span className="source-fact">{name}{children || <b>{value}</b>}</span>
}

// what exported files are in; UTF-8 is read with its mark or without
const known = ['UTF-8', 'GBK', 'GB18030', 'UTF-16LE', 'UTF-16BE']

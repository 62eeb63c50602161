import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Field } from './server'
import { type Band, bands } from './tree'
import { scale, useWords } from './words'

export interface Cut {
  field: string
  breaks: number[]
  names: string[]
}

/** cutOf are the breaks of bands that were kept. */
export const cutOf = (field: string, all: Band[]): Cut => ({ field, breaks: all.flatMap((b) => (b.to === null ? [] : [b.to])), names: all.map((b) => b.name) })

/** Breaks divide a number: only the breaks are typed, so bands never overlap and leave no gap. */
export function Breaks({ cut, fields, onChange }: { cut: Cut; fields: Field[]; onChange: (cut: Cut) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const numbers = fields.filter((f) => f.kind === 'number')
  const field = numbers.find((f) => f.name === cut.field)
  const by = field ? scale(field) : 1
  const typed = (all: string[]) => onChange({ ...cut, breaks: all.map(Number).filter(Number.isFinite).map((n) => Number((n * by).toPrecision(15))) })
  return (
    <div className="segment-breaks">
      <Select aria-label={t('segment.field')} placeholder={t('segment.field')} className="segment-field" showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false}
        value={cut.field || undefined} options={numbers.map((f) => ({ value: f.name, label: words.field(f.name) }))} onChange={(name) => onChange({ field: name, breaks: [], names: [] })} />
      <Select mode="tags" open={false} aria-label={t('segment.breaks')} placeholder={t('segment.breaks')} className="segment-value wide" disabled={!field} tokenSeparators={[',', '，', ' ', '、']}
        suffixIcon={field?.unit === 'amount' ? t('ui.unit_plain') : field?.unit === 'share' ? '%' : null}
        value={cut.breaks.map((n) => String(Number((n / by).toPrecision(15))))} onChange={typed} />
      <p className="third">{t('segment.break_hint')}</p>
      {field && <ol>{bands(cut.breaks, cut.names).map((b, i) => (
        <li key={i}>
          <span className="number"><Ends band={b} by={by} /></span>
          <Input size="small" aria-label={t('segment.band_name')} placeholder={t('segment.band_name')} value={b.name} maxLength={30}
            onChange={(e) => onChange({ ...cut, names: bands(cut.breaks, cut.names).map((old, k) => (k === i ? e.target.value : old.name)) })} />
        </li>
      ))}</ol>}
    </div>
  )
}

function Ends({ band: { from, to }, by }: { band: Band; by: number }) {
  const figures = useFigures()
  const said = (n: number) => figures.decimal(n / by, Number.isInteger(Number((n / by).toPrecision(12))) ? 0 : 2)
  if (from === null) return to === null ? '—' : `< ${said(to)}`
  return to === null ? `≥ ${said(from)}` : `${said(from)} – ${said(to)}`
}

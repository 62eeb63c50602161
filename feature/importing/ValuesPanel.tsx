import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import type { Import, Settings } from './wire'

interface Props {
  subject: Import
  busy: boolean
  onPut: (values: Settings['values']) => void
}

interface Line {
  field: string
  from: string
  to: string
}

/** what a warning is about */
const fields: Record<string, string> = { product_unmatched: 'product', product_unknown: 'product', account_strange: 'account', stage_strange: 'stage', owner_unknown: 'owner' }

/** ValuesPanel lets a value of the file stand for one of ours: those that nobody knows, and any other. */
export function ValuesPanel({ subject: { check, settings, file }, busy, onPut }: Props) {
  const { t } = useTranslation()
  const [lines, change] = useState<Line[]>(() => [...unknown(check?.warnings ?? []), { field: '', from: '', to: '' }])
  const matched = file.columns.filter((c) => c.field).map((c) => ({ value: c.field, label: t(`importing.field_${c.field}`) }))
  const set = (at: number, part: Partial<Line>) => change(lines.map((line, i) => (i === at ? { ...line, ...part } : line)))
  const filled = lines.filter(({ field, from, to }) => field && from && to)
  return (
    <Panel title={t('importing.values')} subtitle={t('importing.values_says')}
      extra={<Button size="small" disabled={filled.length === 0} loading={busy} onClick={() => onPut(merged(settings.values, filled))}>{t('importing.values_put')}</Button>}>
      <ul className="import-values">
        {lines.map(({ field, from, to }, i) => (
          <li key={i}>
            <Select size="small" aria-label={t('importing.values_field', { n: i + 1 })} placeholder={t('importing.field')} value={field || undefined} options={matched} onChange={(field) => set(i, { field })} />
            <Input size="small" maxLength={120} aria-label={t('importing.values_from', { n: i + 1 })} placeholder={t('importing.values_file')} value={from} onChange={(e) => set(i, { from: e.target.value })} />
            <span aria-hidden="true">→</span>
            <Input size="small" maxLength={120} aria-label={t('importing.values_to', { n: i + 1 })} placeholder={t('importing.values_ours')} value={to} onChange={(e) => set(i, { to: e.target.value })} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function unknown(warnings: { warning: string; first: string[] }[]): Line[] {
  return warnings.flatMap(({ warning, first }) => (fields[warning] ? first.slice(0, 5).map((from) => ({ field: fields[warning]!, from, to: '' })) : []))
}

/** merged adds values to those that were put before. */
function merged(before: Settings['values'], lines: Line[]) {
  const values: Record<string, Record<string, string>> = { ...before }
  for (const { field, from, to } of lines) values[field] = { ...values[field], [from]: to }
  return values
}

import { DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { modes, type Part, type Terms } from './server'

/** PartsField divides a document into instalments, each due by its own rule. */
export function PartsField({ agreed, onChange }: { agreed: Terms; onChange: (parts: Part[]) => void }) {
  const { t } = useTranslation()
  const parts = agreed.parts ?? []
  const rule = { mode: agreed.mode, days: agreed.days, statement: agreed.statement, on_day: agreed.on_day }
  const part = (name: string, percent: number, own: Partial<Part['rule']>, retention = false): Part => ({ name, percent, rule: { mode: 'INV_DAYS', days: 0, statement: 0, on_day: false, ...own }, retention })
  const three = () => onChange([part(t('terms.advance'), 30, {}), part(t('terms.delivery'), 60, rule), part(t('terms.retention'), 10, { mode: 'INV_MONTHS', days: 360 }, true)])
  const put = (at: number, change: Partial<Part>) => onChange(parts.map((p, i) => (i === at ? { ...p, ...change } : p)))
  return (
    <div className="terms-parts" role="group" aria-label={t('terms.parts')}>
      <span className="terms-bar">{t('terms.parts')}
        {parts.length === 0 && <Button size="small" type="link" onClick={three}>{t('terms.three_parts')}</Button>}
        {parts.length < 12 && <Button size="small" type="link" onClick={() => onChange([...parts, part('', Math.max(1, 100 - parts.reduce((n, p) => n + p.percent, 0)), rule)])}>{t('terms.add_part')}</Button>}
      </span>
      {parts.map((p, i) => (
        <div className="terms-part" key={i}>
          <Input maxLength={40} value={p.name} aria-label={`${t('terms.part_name')} ${i + 1}`} placeholder={t('terms.part_name')} onChange={(e) => put(i, { name: e.target.value })} />
          <InputNumber min={1} max={100} precision={0} value={p.percent} suffix="%" aria-label={`${t('terms.part_percent')} ${i + 1}`} onChange={(n) => put(i, { percent: n ?? 1 })} />
          <Select value={p.rule.mode} aria-label={`${t('terms.mode')} ${i + 1}`} onChange={(mode) => put(i, { rule: { ...p.rule, mode } })} options={modes.map((value) => ({ value, label: t(`terms.value_${value}`) }))} />
          <InputNumber min={0} max={3650} precision={0} value={p.rule.days} aria-label={`${t('terms.days')} ${i + 1}`} onChange={(n) => put(i, { rule: { ...p.rule, days: n ?? 0 } })} />
          <Checkbox checked={p.retention} onChange={(e) => put(i, { retention: e.target.checked })}>{t('terms.part_retention')}</Checkbox>
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t('terms.drop_part')} ${i + 1}`} onClick={() => onChange(parts.filter((_, at) => at !== i))} />
        </div>
      ))}
    </div>
  )
}

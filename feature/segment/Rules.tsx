import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Field } from './server'
import { changed, type Group, isGroup, type Leaf, nothing } from './tree'
import { Value } from './Value'
import { useWords } from './words'

interface Props {
  group: Group
  fields: Field[]
  onChange: (group: Group) => void
  /** takes the whole group away; the outermost one stays */
  onRemove?: () => void
}

/** Rules are conditions that hold together, each in a line, with groups inside. */
export function Rules({ group, fields, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const add = (item: Leaf | Group) => onChange({ ...group, items: [...group.items, item] })
  return (
    <fieldset className="segment-group">
      <legend className="unseen">{t(group.join === 'all' ? 'segment.all_of' : 'segment.any_of')}</legend>
      <div className="segment-join">
        <Segmented<Group['join']> size="small" value={group.join} onChange={(join) => onChange({ ...group, join })}
          options={[{ value: 'all', label: t('segment.all_of') }, { value: 'any', label: t('segment.any_of') }]} />
        <Checkbox checked={group.not} onChange={(e) => onChange({ ...group, not: e.target.checked })}>{t('segment.not')}</Checkbox>
        <i className="grow" />
        {onRemove && <Away onClick={onRemove} />}
      </div>
      {group.items.map((item, i) => isGroup(item)
        ? <Rules key={i} group={item} fields={fields} onChange={(next) => onChange(changed(group, i, next))} onRemove={() => onChange(changed(group, i))} />
        : <Rule key={i} rule={item} fields={fields} onChange={(next) => onChange(changed(group, i, next))} onRemove={() => onChange(changed(group, i))} />)}
      <div className="segment-add">
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => add({ field: '', op: '' })}>{t('segment.add_rule')}</Button>
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => add({ ...nothing(), join: group.join === 'all' ? 'any' : 'all', items: [{ field: '', op: '' }] })}>{t('segment.add_group')}</Button>
      </div>
    </fieldset>
  )
}

function Rule({ rule, fields, onChange, onRemove }: { rule: Leaf; fields: Field[]; onChange: (rule: Leaf) => void; onRemove: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const field = fields.find((f) => f.name === rule.field)
  const choose = (name: string) => onChange({ field: name, op: usual(fields.find((f) => f.name === name)) })
  return (
    <div className="segment-rule">
      <Select aria-label={t('segment.field')} placeholder={t('segment.field')} className="segment-field" showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false}
        value={rule.field || undefined} options={fields.map((f) => ({ value: f.name, label: words.field(f.name) }))} onChange={choose} />
      {field && (
        <>
          <Select aria-label={t('segment.operator')} className="segment-op" popupMatchSelectWidth={false} value={rule.op}
            options={field.operators.map((op) => ({ value: op, label: words.operator(op, field.kind) }))}
            onChange={(op) => onChange({ field: rule.field, op, value: (op === 'one_of') === Array.isArray(rule.value) ? rule.value : undefined })} />
          <Value field={field} op={rule.op} value={rule.value} onChange={(value) => onChange({ ...rule, value })} />
        </>
      )}
      <i className="grow" />
      <Away onClick={onRemove} />
    </div>
  )
}

// The operator that is meant most often.
const usual = (field?: Field) => (field?.kind === 'number' ? 'least' : field?.kind === 'day' ? 'least' : field?.name === 'name' ? 'holds' : 'is')

function Away({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation()
  return <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('segment.remove')} title={t('segment.remove')} onClick={onClick} />
}

import { Select, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../../ui/media'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import type { Column, Import } from './wire'
import { lacking, match, matchingOf, type Matching } from './wizard'

interface Props {
  subject: Import
  onMatch?: (matching: Matching) => void
}

/** MatchingPanel shows which column fills which field, and why, and lets the user correct it. */
export function MatchingPanel({ subject: { file: { columns }, fields, needs }, onMatch }: Props) {
  const { t, i18n } = useTranslation()
  const phone = usePhone()
  const matching = matchingOf(columns)
  const matched = columns.filter((c) => c.field)
  const asked = matched.filter((c) => !c.sure).length
  const lacks = lacking(matching, needs)
  const options = fields.map(({ name }) => ({ value: name, label: t(`importing.field_${name}`) }))
  const field = (column: Column) => !onMatch ? (column.field ? t(`importing.field_${column.field}`) : <span className="third">{t('importing.field_none')}</span>) : (
    <Select size="small" allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} aria-label={t('importing.field_for', { column: column.name })}
      placeholder={t('importing.field_none')} options={options} value={column.field || undefined} status={column.field && !column.sure ? 'warning' : undefined}
      onChange={(name: string | undefined) => onMatch(match(matching, column.name, name))} />
  )
  const subtitle = t('importing.matching_of', { columns: columns.length, matched: matched.length - asked, asked, out: columns.length - matched.length })
  return (
    <Panel title={t('importing.matching')} subtitle={subtitle}
      note={lacks.length > 0 && t('importing.lacks', { fields: list(i18n.language, lacks.map((any) => any.map((name) => t(`importing.field_${name}`)))) })}>
      <Table size="small" pagination={false} rowKey="name" dataSource={onMatch ? columns : matched} tableLayout="fixed"
        columns={[
          { title: t('importing.column'), width: phone ? 110 : '22%', render: (_, c) => <div className="cut" title={c.name}><b>{c.name}</b>{phone && <div className="third cut">{c.samples[0]}</div>}</div> },
          { title: t('importing.field'), width: phone ? undefined : '31%', render: (_, c) => field(c) },
          ...(phone ? [] : [
            { title: t('importing.sample'), render: (_: unknown, c: Column) => <div className="cut second" title={c.samples.join(' · ')}>{c.samples[0]}</div> },
            { title: t('importing.judgement'), width: '29%', render: (_: unknown, c: Column) => <Judgement {...c} /> },
          ]),
        ]} />
    </Panel>
  )
}

function Judgement({ field, sure, unit }: Column) {
  const { t } = useTranslation()
  if (!field) return <span className="third">{t('importing.left_out')}</span>
  if (!sure) return <StateChip state="ask">{t('importing.by_content')}</StateChip>
  return <span className="third">{unit > 1 ? t('importing.by_unit', { unit }) : t('importing.by_name')}</span>
}

/** list writes needs as people do: a, b and c or d. */
function list(language: string, needs: string[][]) {
  const or = new Intl.ListFormat(language, { type: 'disjunction' })
  return new Intl.ListFormat(language).format(needs.map((any) => or.format(any)))
}

import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { missing } from '../../ui/figures'
import { age, type Person, type RelationMap, stance } from './map'
import { Bars, Dots, Sign } from './Sign'
import { useWords } from './words'

/** ListView is the same people as a table that can be sorted by everything that the cards show. */
export function ListView({ map, onOpen }: { map: RelationMap; onOpen: (person: string) => void }) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const names = new Map(map.people.map((p) => [p.id, p.name]))
  const collator = new Intl.Collator(i18n.language)
  const by = (of: (p: Person) => string) => (a: Person, b: Person) => collator.compare(of(a), of(b))
  const attitude = (p: Person) => p.attitude ?? -9
  const columns: TableColumnsType<Person> = [
    { key: 'name', title: t('relation.name_of'), width: 190, sorter: by((p) => p.name), render: (_, p) => (
      <button type="button" className="link" onClick={() => onOpen(p.id)}>{p.power >= map.strong && <i className="map-star">★ </i>}{p.name}</button>) },
    { key: 'title', title: t('relation.title'), width: 190, ellipsis: true, sorter: by((p) => p.department + p.title), render: (_, p) => [p.department, p.title].filter(Boolean).join(' · ') || missing },
    { key: 'rank', title: t('relation.rank'), width: 84, sorter: (a, b) => a.rank - b.rank, render: (_, p) => (p.rank ? t(`contact.rank_${p.rank}`) : missing) },
    { key: 'manager', title: t('relation.manager'), width: 110, sorter: by((p) => names.get(p.reports ?? '') ?? ''), render: (_, p) => names.get(p.reports ?? '') ?? missing },
    { key: 'layer', title: t('relation.layer'), width: 92, sorter: by((p) => p.layer), render: (_, p) => words.layer(p.layer) || missing },
    { key: 'roles', title: t('relation.roles'), width: 180, ellipsis: true, sorter: by((p) => p.roles.join()), render: (_, p) => p.roles.map(words.role).join(' · ') || missing },
    { key: 'attitude', title: t('relation.attitude'), width: 104, sorter: (a, b) => attitude(a) - attitude(b), render: (_, p) => (
      <span className="map-edge"><Sign stance={stance(p.attitude)} size={14} />{words.value('attitude', p.attitude == null ? '' : String(p.attitude))}</span>) },
    { key: 'power', title: t('relation.power'), width: 84, sorter: (a, b) => a.power - b.power, defaultSortOrder: 'descend', render: (_, p) => <Bars count={p.power} label={t('relation.power')} /> },
    { key: 'closeness', title: t('relation.closeness'), width: 92, sorter: (a, b) => a.closeness - b.closeness, render: (_, p) => <Dots count={p.closeness} label={t('relation.closeness')} /> },
    { key: 'counterpart', title: t('relation.counterpart'), width: 110, sorter: by((p) => p.counterpart.name), render: (_, p) => p.counterpart.name || <span className="soon">{t('relation.nobody')}</span> },
    { key: 'age', title: t('relation.judged'), width: 112, sorter: (a, b) => age(a, map.as_of) - age(b, map.as_of), render: (_, p) => (
      age(p, map.as_of) ? <span className="soon">{t('relation.days_ago', { count: age(p, map.as_of) })}</span> : Object.keys(p.judged).length ? t('relation.fresh') : missing) },
  ]
  const width = columns.reduce((sum, c) => sum + Number(c.width), 0)
  return (
    <div className="map-list" tabIndex={0}>
      <Table<Person> size="small" rowKey="id" pagination={false} dataSource={map.people} columns={columns} showSorterTooltip={false} virtual={map.people.length > 200} scroll={{ x: width, y: map.people.length > 200 ? 520 : undefined }} />
      {map.former.length > 0 && <p className="third">{t('relation.former')} {map.former.map((f) => `${f.name} ${f.on}`).join(' · ')}</p>}
    </div>
  )
}

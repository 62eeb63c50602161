import { Button, Drawer, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import { useMay } from '../../ui/me'
import { Breaks, type Cut, cutOf } from './Breaks'
import { Members } from './Members'
import { Rules } from './Rules'
import { type Definition, type Segment, useFields, useKeep, useTrial } from './server'
import { bands, built, type Group, nothing, wire } from './tree'

const begun = (): Group => ({ ...nothing(), items: [{ field: '', op: '' }] })

/** Builder makes a segment, or changes it, and says all the while whom it finds. */
export function Builder({ segment, onDone }: { segment?: Segment; onDone: (id?: string) => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const fields = useFields()
  const keep = useKeep(segment)
  const old = segment?.definition as Definition | undefined
  const [kind, setKind] = useState<'rule' | 'bands'>(old?.bands ? 'bands' : 'rule')
  const [tree, setTree] = useState(old?.rule ? built(old.rule) : begun)
  const [cut, setCut] = useState<Cut>(old?.bands ? cutOf(old.bands.field, old.bands.bands) : { field: '', breaks: [], names: [] })
  const [name, setName] = useState(segment?.name ?? '')
  const [note, setNote] = useState(segment?.note ?? '')
  const definition = defined(kind, tree, cut)
  const save = () => definition && keep.mutate({ name, note, definition }, { onSuccess: (s) => onDone(s.id) })
  return (
    <Panel title={t(segment ? 'segment.edit' : 'segment.new')} className="segment-builder" extra={
      <Segmented size="small" value={kind} onChange={setKind} options={[{ value: 'rule', label: t('segment.by_rules') }, { value: 'bands', label: t('segment.bands') }]} />}>
      {kind === 'rule' ? <Rules group={tree} fields={fields} onChange={setTree} /> : <Breaks cut={cut} fields={fields} onChange={setCut} />}
      <Count definition={definition} />
      <div className="segment-words">
        <Input aria-label={t('segment.named')} placeholder={t('segment.named')} value={name} maxLength={60} onChange={(e) => setName(e.target.value)} />
        <Input aria-label={t('segment.note')} placeholder={t('segment.note')} value={note} maxLength={300} onChange={(e) => setNote(e.target.value)} />
        {may('segment:write') && <Button type="primary" disabled={!definition || !name.trim()} loading={keep.isPending} onClick={save}>{t('segment.keep')}</Button>}
      </div>
      <Fault error={keep.error} />
    </Panel>
  )
}

function defined(kind: 'rule' | 'bands', tree: Group, cut: Cut): Definition | undefined {
  if (kind === 'bands') return cut.field && cut.breaks.length ? { bands: { field: cut.field, bands: bands(cut.breaks, cut.names) } } : undefined
  const rule = wire(tree)
  return rule && { rule }
}

/** Count is whom a definition finds now; one click lists them. */
function Count({ definition }: { definition: Definition | undefined }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const phone = usePhone()
  const [band, setBand] = useState<number>()
  const { data, error } = useTrial(definition)
  if (!definition) return <p className="segment-count third">{t('segment.definition_empty')}</p>
  if (error) return <Fault error={error} />
  return (
    <div className="segment-count" aria-live="polite">
      {data && (
        <>
          <button type="button" className="link" onClick={() => setBand(0)}><b>{t('segment.count_of', { count: figures.count(data.count), of: figures.count(data.of) })}</b></button>
          {data.open > 0 && <span className="third">{t('segment.open_says', { count: figures.count(data.open) })}</span>}
          <span className="third">{t('segment.as_of', { date: data.as_of })}{data.scope === 'own' && t('segment.own_scope')}</span>
          {data.bands.length > 0 && <ul className="segment-bands">{data.bands.map((b) => <li key={b.band}><button type="button" className="link" onClick={() => setBand(b.band)}>{b.name}</button> <b className="number">{figures.count(b.count)}</b></li>)}</ul>}
        </>
      )}
      <Drawer open={band !== undefined} onClose={() => setBand(undefined)} size={phone ? '100%' : 640} title={t('segment.members')} destroyOnHidden>
        {band !== undefined && <Members definition={definition} band={band} />}
      </Drawer>
    </div>
  )
}

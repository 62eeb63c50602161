import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import type { Work } from './draft'
import { Edit, useNamer } from './editing'
import { Form } from './Form'
import { changes } from './path'
import { TryOut } from './TryOut'
import type { Trying } from './trying'
import { type Detail, prefixOf } from './wire'
import { Worked } from './Worked'

/** ConfigTab is the configuration, edited in place. */
export function ConfigTab({ method, work, trying }: { method: Detail; work: Work; trying: Trying }) {
  const { t } = useTranslation()
  const may = useMay()
  const { config, before, wrong, onPut } = work
  return (
    <Edit value={{ config, before, wrong, onPut, prefix: prefixOf(method) }}>
      <ConfigPanel method={method} work={work} />
      <Wrongs method={method} work={work} title={t('method.to_mend')} />
      <div className="method-worked">
        {method.explains && may('method:simulate') && work.wrong.size === 0
          ? <TryOut method={method} config={trying.config} moved={trying.able ? trying.simulation.data?.moved[0] : undefined} />
          : method.examples.map((e) => <Worked key={e.name} example={e} prefix={prefixOf(method)} />)}
      </div>
    </Edit>
  )
}

function ConfigPanel({ method, work }: { method: Detail; work: Work }) {
  const { t } = useTranslation()
  const name = useNamer(method.form, work.config)
  const sheet = () => ({
    columns: [t('method.setting'), t('method.in_force', { version: method.base }), t('method.draft_version', { version: method.base + 1 })],
    rows: changes(null, work.config).map(({ path, after }) => [name(path), cell(valueAt(work.before, path)), cell(after)]),
  })
  return (
    <Panel className="method-config" title={t('method.tab_config')} subtitle={<Says method={method} work={work} />} sheet={sheet} extra={<Save method={method} work={work} />}>
      <Form form={method.form} usual={method.default} />
      <Fault error={work.refused} />
    </Panel>
  )
}

const cell = (v: unknown) => (typeof v === 'number' || typeof v === 'string' ? v : v === undefined || v === null ? null : String(v))
const valueAt = (config: unknown, path: string) => changes(null, config).find((c) => c.path === path)?.after

/** Says tells in one line why the fields can or cannot be changed. */
function Says({ method, work }: { method: Detail; work: Work }) {
  const { t } = useTranslation()
  const may = useMay()
  const proposal = method.draft?.proposal
  if (proposal) return <>{t('method.under_review')} <Link to="/approvals" search={{ box: 'mine', id: proposal } as never}>{t('method.see_proposal')}</Link></>
  if (!may('method:draft')) return <>{t('method.read_only')}</>
  return <>{work.changed > 0 ? t('method.old_and_new', { old: method.base, new: method.base + 1 }) : t('method.edit_in_place')}</>
}

function Save({ method, work: { config, dirty, wrong, save, saving, reset, replace, editable } }: { method: Detail; work: Work }) {
  const { t } = useTranslation()
  if (!editable) return null
  return (
    <>
      {changes(method.default, config).length > 0 && <Button size="small" onClick={() => replace(method.default)}>{t('method.restore_default')}</Button>}
      {dirty && <Button size="small" onClick={reset}>{t('method.reset')}</Button>}
      <Button size="small" type={dirty ? 'primary' : 'default'} disabled={!dirty || wrong.size > 0} loading={saving} onClick={save}>{t('method.save')}</Button>
    </>
  )
}

/** Wrongs lists what keeps the draft from being saved, each with its place. */
function Wrongs({ method, work, title }: { method: Detail; work: Work; title: string }) {
  const name = useNamer(method.form, work.config)
  if (work.wrong.size === 0) return null
  return (
    <section className="panel method-wrongs" role="status">
      <h2>{title}</h2>
      <ul>{[...work.wrong].map(([path, says]) => <li key={path}><b>{name(path)}</b> {says}</li>)}</ul>
    </section>
  )
}

import './competitor.css'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { type Foe, type Front, useClear, useFront, useUnclear } from './server'
import { Until } from './Until'

/** AccountRivals is who stands against us at an account, over all its deals, and whether anything inside does. */
export default function AccountRivals({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: front, error, refetch } = useFront(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return front ? <Foes front={front} /> : <Panel title={t('competitor.front')}><Waiting rows={4} /></Panel>
}

function Foes({ front }: { front: Front }) {
  const { t } = useTranslation()
  const named = (f: Foe) => f.name || t('competitor.nameless')
  const sheet = () => ({
    columns: [t('competitor.name_of'), t('competitor.kind'), t('competitor.threat'), t('competitor.live'), t('competitor.met'), t('competitor.weakness'), t('competitor.evidence'), t('competitor.on')],
    rows: front.foes.map((f) => [named(f), t(`competitor.kind_${f.kind}`), f.threat, f.live, f.live + f.ended, f.weakness, f.evidence, f.on]),
  })
  return (
    <Panel title={t('competitor.front')} subtitle={t('competitor.front_note')} sheet={front.foes.length ? sheet : undefined}>
      {front.foes.length === 0 ? <p className="second">{t('competitor.front_empty')}</p> : (
        <div className="sheet rival-list" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('competitor.name_of')}</th><th scope="col">{t('competitor.kind')}</th><th scope="col" className="number">{t('competitor.threat')}</th><th scope="col">{t('competitor.front_where')}</th><th scope="col" className="wide">{t('competitor.weakness')}</th></tr></thead>
            <tbody>{front.foes.map((f, i) => <Row key={i} foe={f} name={named(f)} stand={front.as_of} />)}</tbody>
          </table>
        </div>
      )}
      {front.foes.length > 0 && !front.direct && <p className="soon">{t('competitor.no_direct')}</p>}
      <Inside front={front} />
    </Panel>
  )
}

function Row({ foe: f, name, stand }: { foe: Foe; name: string; stand: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const times = [f.live > 0 && t('competitor.front_live', { count: f.live }), f.ended > 0 && t('competitor.front_ended', { count: f.ended })].filter(Boolean).join(' · ')
  const chip = <span className={f.flag ? 'chip rival-flag' : 'chip chip-plain'}>{f.flag && <i className="chip-square" />}{figures.decimal(f.threat, 1)}</span>
  return (
    <tr>
      <th scope="row">
        {f.kind === 'direct' && f.competitor ? <Link to="/competitors/$competitor" params={{ competitor: f.competitor } as never}>{name}</Link> : name}
        {f.incumbent && <> <span className="chip chip-outlined">{t('competitor.incumbent')}</span></>}
        {f.stale && <small className="soon">{t('competitor.stale')}</small>}
      </th>
      <td>{t(`competitor.kind_${f.kind}`)}</td>
      <td className="number">{f.why ? <Why label={name} chip={chip}>{() => <Reasoned why={f.why!} stand={stand} />}</Why> : figures.decimal(f.threat, 1)}</td>
      <td>{f.deal ? <Link to="/opportunities/$id" params={{ id: f.deal } as never}>{f.title}</Link> : t('competitor.front_rated')}{times && <small className="third">{times}</small>}</td>
      <td className="wide rival-words">{f.weakness}</td>
    </tr>
  )
}

/** Inside is whether anything inside the account stands against us, where no deal says so. */
function Inside({ front }: { front: Front }) {
  const { t } = useTranslation()
  const [saying, say] = useState(false)
  const back = useUnclear(front.account, front.revision)
  const known = front.foes.some((f) => f.kind === 'indirect' && f.live > 0)
  if (known) return null
  return (
    <div className="rival-inside">
      {front.clear ? <p><b>{t('competitor.is_clear')}</b> <span className="third">{front.clear.evidence} · {front.clear.by} · {front.clear.on}</span>{front.clear.stale && <small className="soon"> {t('competitor.stale')}</small>}</p> : <p className="third">{t('competitor.no_inside')}</p>}
      {front.write && (
        <span className="rival-buttons">
          <Button size="small" onClick={() => say(true)}>{t(front.clear ? 'competitor.edit' : 'competitor.say_clear')}</Button>
          {front.clear && <Button size="small" type="text" loading={back.isPending} onClick={() => back.mutate()}>{t('competitor.take_clear')}</Button>}
        </span>
      )}
      <Fault error={back.error} />
      {saying && <ClearForm front={front} onDone={() => say(false)} />}
    </div>
  )
}

function ClearForm({ front, onDone }: { front: Front; onDone: () => void }) {
  const { t } = useTranslation()
  const clear = useClear(front.account, front.revision)
  return (
    <Modal open title={t('competitor.say_clear')} onCancel={onDone} footer={null} width={480}>
      <Form<{ evidence: string; expires?: string }> layout="vertical" requiredMark={false} initialValues={{ evidence: front.clear?.evidence }} onFinish={(said) => clear.mutate({ ...said, expires: said.expires || undefined }, { onSuccess: onDone })}>
        <Form.Item name="evidence" label={t('competitor.evidence')} rules={[{ required: true, min: 5, message: t('competitor.short_evidence', { min: 5 }) }]}><Input.TextArea rows={2} maxLength={1000} placeholder={t('competitor.clear_hint')} /></Form.Item>
        <Form.Item name="expires" label={t('competitor.expires')}><Until label={t('competitor.expires')} /></Form.Item>
        <Fault error={clear.error} />
        <Button htmlType="submit" type="primary" loading={clear.isPending}>{t('competitor.save')}</Button>
      </Form>
    </Modal>
  )
}

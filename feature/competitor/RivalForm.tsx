import { Button, Checkbox, Form, Input, Modal, Rate, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Duel, type Kind, type Rival, useDrop, useJudge, useName } from './server'
import { Until } from './Until'

interface Said {
  competitor?: string
  fresh?: string
  contact?: string
  superior?: string
  ratings?: number[]
  power?: number
  opposition?: number
  active?: boolean
  incumbent?: boolean
  weakness?: string
  evidence: string
  expires?: string
}

const another = 'another'

/** RivalForm says who stands against us, or how we stand ourselves, and from what that is known. */
export function RivalForm({ duel, kind, rival, onDone }: { duel: Duel; kind: Kind; rival?: Rival; onDone: () => void }) {
  const { t } = useTranslation()
  const judge = useJudge(duel.deal, rival)
  const name = useName()
  const send = async ({ fresh, competitor, expires, contact, superior, ...said }: Said) => {
    const id = competitor === another && fresh ? (await name.mutateAsync(fresh)).id : competitor
    judge.mutate({ ...said, kind, competitor: id, contact: contact || undefined, superior: contact ? undefined : superior, active: !!said.active, incumbent: !!said.incumbent, expires: expires || undefined }, { onSuccess: onDone })
  }
  const title = t(kind === 'own' ? 'competitor.rate_us' : kind === 'direct' ? 'competitor.add' : 'competitor.add_indirect')
  const start: Partial<Said> = rival ? { competitor: rival.competitor, contact: rival.contact, superior: rival.superior, ratings: rival.ratings, power: rival.power, opposition: rival.opposition, active: rival.active, incumbent: rival.incumbent, weakness: rival.weakness, evidence: rival.evidence } : { active: true, ratings: duel.attributes.map(() => 0) }
  return (
    <Modal open title={rival ? t('competitor.edit_of', { name: rival.name || t('competitor.we') }) : title} onCancel={onDone} footer={null} width={480}>
      <Form<Said> layout="vertical" requiredMark={false} initialValues={start} onFinish={(said) => void send(said).catch(() => undefined)}>
        {kind === 'direct' && <Company duel={duel} rival={rival} />}
        {kind === 'indirect' ? <Hurdle duel={duel} /> : <Ratings duel={duel} />}
        {kind === 'direct' && <Form.Item name="active" valuePropName="checked" noStyle><Checkbox>{t('competitor.active')}</Checkbox></Form.Item>}
        {kind !== 'indirect' && <Form.Item name="incumbent" valuePropName="checked"><Checkbox>{t('competitor.incumbent_long')}</Checkbox></Form.Item>}
        <Form.Item name="weakness" label={t('competitor.weakness')}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
        <Form.Item name="evidence" label={t('competitor.evidence')} rules={[{ required: true, min: 5, message: t('competitor.short_evidence', { min: 5 }) }]}><Input.TextArea rows={2} maxLength={1000} placeholder={t('competitor.evidence_hint')} /></Form.Item>
        <Form.Item name="expires" label={t('competitor.expires')}><Until label={t('competitor.expires')} /></Form.Item>
        <Fault error={name.error ?? judge.error} />
        <span className="rival-buttons">
          <Button htmlType="submit" type="primary" loading={judge.isPending || name.isPending}>{t('competitor.save')}</Button>
          {rival && <Drop deal={duel.deal} rival={rival} onDone={onDone} />}
        </span>
      </Form>
    </Modal>
  )
}

function Company({ duel, rival }: { duel: Duel; rival?: Rival }) {
  const { t } = useTranslation()
  const there = new Set(duel.rivals.map((r) => r.competitor))
  const choices = duel.competitors.filter((c) => c.id === rival?.competitor || !there.has(c.id)).map((c) => ({ value: c.id, label: c.name }))
  const competitor = Form.useWatch<string>('competitor')
  return (
    <>
      <Form.Item name="competitor" label={t('competitor.competitor')} rules={[{ required: true, message: t('competitor.no_competitor') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={[...choices, { value: another, label: t('competitor.new') }]} />
      </Form.Item>
      {competitor === another && <Form.Item name="fresh" label={t('competitor.new_name')} rules={[{ required: true, whitespace: true, message: t('competitor.bad_name', { max: 60 }) }]}><Input maxLength={60} /></Form.Item>}
    </>
  )
}

function Ratings({ duel }: { duel: Duel }) {
  const { t } = useTranslation()
  return (
    <div className="rival-ratings">
      {duel.attributes.map((a, i) => (
        <Form.Item key={a} name={['ratings', i]} label={t(`rivalry.attribute_${a}`)}><Rate character="●" aria-label={t(`rivalry.attribute_${a}`)} /></Form.Item>
      ))}
    </div>
  )
}

function Hurdle({ duel }: { duel: Duel }) {
  const { t } = useTranslation()
  const contact = Form.useWatch<string | undefined>('contact')
  return (
    <>
      <Form.Item name="contact" label={t('competitor.contact')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={duel.people.map((p) => ({ value: p.id, label: p.name }))} /></Form.Item>
      {!contact && <Form.Item name="superior" label={t('competitor.superior')} extra={t('competitor.superior_hint')} rules={[{ required: true, whitespace: true, message: t('competitor.no_obstacle') }]}><Input maxLength={60} /></Form.Item>}
      <div className="rival-ratings">
        {(['power', 'opposition'] as const).map((part) => <Form.Item key={part} name={part} label={t(`competitor.${part}`)}><Rate character="●" aria-label={t(`competitor.${part}`)} /></Form.Item>)}
      </div>
    </>
  )
}

function Drop({ deal, rival, onDone }: { deal: string; rival: Rival; onDone: () => void }) {
  const { t } = useTranslation()
  const drop = useDrop(deal, rival)
  return <><Button type="text" danger loading={drop.isPending} onClick={() => drop.mutate(undefined, { onSuccess: onDone })}>{t('competitor.drop')}</Button><Fault error={drop.error} /></>
}

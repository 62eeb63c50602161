import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { type Claim, useCase, useDecide } from './server'

/** Decide says whose a company is, knowing both sides; who loses reads the reason. */
export function Decide({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const [grant, choose] = useState<boolean>()
  const [reason, say] = useState('')
  const { data, error } = useCase(claim.id)
  const decide = useDecide(claim)
  return (
    <Modal open title={t('claim.decide_title', { name: claim.name })} onCancel={onDone} okText={t('claim.decide')} cancelText={t('claim.cancel')} width={560}
      okButtonProps={{ disabled: grant === undefined || reason.trim().length < 2 }} confirmLoading={decide.isPending} onOk={() => grant !== undefined && decide.mutate({ grant, reason }, { onSuccess: onDone })}>
      <dl className="claim-case">
        <dt>{t('claim.user')}</dt><dd>{name(claim.user)}</dd>
        <dt>{t('claim.project')}</dt><dd>{claim.project}</dd>
        <dt>{t('claim.evidence')}</dt><dd>{claim.evidence}</dd>
        <dt>{t('claim.reason')}</dt><dd>{claim.reason}</dd>
      </dl>
      <h3 className="claim-head">{t('claim.rivals')}</h3>
      <Fault error={error} />
      {!data ? !error && <Waiting rows={2} /> : data.rivals.length === 0 ? <p className="third">{t('claim.rivals_none')}</p> : (
        <ul className="claim-rivals">
          {data.rivals.map((r, i) => (
            <li key={i}><span className="third">{t(`claim.rival_${r.kind}`)}</span> <b>{r.name}</b> {r.city} · {r.user ? name(r.user) : t('claim.nobody')}{r.project && ` · ${r.project}`}{r.until && ` · ${t('claim.until')} ${r.until}`}</li>
          ))}
        </ul>
      )}
      <Radio.Group className="claim-choice" value={grant} onChange={(e) => choose(e.target.value as boolean)} options={[{ value: true, label: t('claim.decide_grant', { name: name(claim.user) }) }, { value: false, label: t('claim.decide_keep') }]} />
      <Input.TextArea aria-label={t('claim.decide_reason')} placeholder={t('claim.decide_reason_hint')} value={reason} maxLength={500} rows={2} onChange={(e) => say(e.target.value)} />
      <Fault error={decide.error} />
    </Modal>
  )
}

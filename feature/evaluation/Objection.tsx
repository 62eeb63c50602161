import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { usePeople } from '../../ui/people'
import { type Proposal, useObject } from './server'

/** Objection shows what the account's owner holds against a proposal, and lets him say it. */
export function Objection({ proposal: p }: { proposal: Proposal }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      {p.objection && <Said proposal={p} />}
      {p.contest && <Button size="small" type="link" className="contest" onClick={() => setOpen(true)}>{t(p.objection ? 'evaluation.contest_again' : 'evaluation.contest')}</Button>}
      {open && <Form proposal={p} onClose={() => setOpen(false)} />}
    </>
  )
}

function Said({ proposal: p }: { proposal: Proposal }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  return <p className="objection"><b>{t('evaluation.objects', { name: name(p.objector) })}</b> {p.objection} <span className="third">{figures.time(new Date((p.objected ?? 0) / 1000).toISOString())}</span></p>
}

function Form({ proposal: p, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation()
  const [evidence, setEvidence] = useState(p.objection)
  const object = useObject()
  return (
    <Modal open title={t('evaluation.contest_of', { name: p.name })} onCancel={onClose} okText={t('evaluation.contest')} cancelText={t('evaluation.close')} width={440}
      okButtonProps={{ disabled: evidence.trim().length < 5, loading: object.isPending }} onOk={() => object.mutate({ id: p.id, evidence }, { onSuccess: onClose })}>
      <p className="second">{t('evaluation.contest_why')}</p>
      <Input.TextArea value={evidence} onChange={(e) => setEvidence(e.target.value)} rows={4} maxLength={1000} aria-label={t('evaluation.evidence')} placeholder={t('evaluation.evidence_hint')} />
      <Fault error={object.error} />
    </Modal>
  )
}

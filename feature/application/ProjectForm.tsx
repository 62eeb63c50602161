import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { Amount } from './SheetForm'
import { fundings, type Planning, type Project, purchases, useDrop, usePlan } from './server'

interface Props {
  account: string
  project?: Project
  onDone: () => void
}

/** ProjectForm asks for a project of a customer. */
export function ProjectForm({ account, project: p, onDone }: Props) {
  const { t } = useTranslation()
  const plan = usePlan(account, p)
  const [said, say] = useState<Planning>({ name: p?.name ?? '', budget_minor: p?.budget_minor ?? undefined, funding: p?.funding ?? 'unsecured', purchase: p?.purchase ?? 'tender', on: p?.on, chance: p?.chance ?? undefined })
  return (
    <Modal open title={p?.name ?? t('application.add_project')} okText={t('application.save')} cancelText={t('application.cancel')} confirmLoading={plan.isPending} onCancel={onDone} onOk={() => plan.mutate(said, { onSuccess: onDone })}>
      <div className="application-form">
        <label>{t('application.project')}<Input maxLength={120} value={said.name} onChange={(e) => say({ ...said, name: e.target.value })} /></label>
        <label>{t('application.budget')}<Amount label={t('application.budget')} value={said.budget_minor} onChange={(budget_minor) => say({ ...said, budget_minor })} /></label>
        <label>{t('application.funding')}<Select aria-label={t('application.funding')} value={said.funding} options={fundings.map((value) => ({ value, label: t(`application.funding_${value}`) }))} onChange={(funding) => say({ ...said, funding })} /></label>
        <label>{t('application.purchase')}<Select aria-label={t('application.purchase')} value={said.purchase} options={purchases.map((value) => ({ value, label: t(`application.purchase_${value}`) }))} onChange={(purchase) => say({ ...said, purchase })} /></label>
        <Day label={t('application.buys_on')} value={said.on ?? ''} onChange={(on) => say({ ...said, on: on || undefined })} />
        <label>{t('application.chance')}<InputNumber min={0} max={100} precision={0} aria-label={t('application.chance')} value={said.chance ?? null} onChange={(n) => say({ ...said, chance: n == null ? undefined : Number(n) })} /></label>
        {p && <Delete project={p} onDone={onDone} />}
        <Fault error={plan.error} />
      </div>
    </Modal>
  )
}

function Delete({ project, onDone }: { project: Project; onDone: () => void }) {
  const { t } = useTranslation()
  const drop = useDrop(project)
  return <><Button danger size="small" loading={drop.isPending} onClick={() => drop.mutate(undefined, { onSuccess: onDone })}>{t('application.delete')}</Button><Fault error={drop.error} /></>
}

import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { usePeople } from '../../ui/people'
import { useDo } from './server'

/** DoForm adds something that is done for a deal: it counts among the actions of its account, too. */
export function DoForm({ deal, account, owner, onDone }: { deal: string; account: string; owner?: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const act = useDo(account, deal)
  const [value, set] = useState({ title: '', owner: owner ?? '', due: shift(today(), 7) })
  const ready = value.title.trim().length > 1 && value.owner && value.due
  return (
    <Modal open width={480} title={t('campaign.do')} onCancel={onDone} footer={null}>
      <div className="campaign-form">
        <label>{t('campaign.do_what')}<Input autoFocus maxLength={200} value={value.title} onChange={(e) => set({ ...value, title: e.target.value })} /></label>
        <label>{t('campaign.do_who')}<Select aria-label={t('campaign.do_who')} value={value.owner || undefined} showSearch={{ optionFilterProp: 'label' }} onChange={(who) => set({ ...value, owner: who })} options={options} /></label>
        <Day label={t('campaign.do_until')} value={value.due} onChange={(due) => set({ ...value, due })} />
        <Fault error={act.error} />
        <span><Button type="primary" disabled={!ready} loading={act.isPending} onClick={() => act.mutate(value, { onSuccess: onDone })}>{t('campaign.save')}</Button></span>
      </div>
    </Modal>
  )
}

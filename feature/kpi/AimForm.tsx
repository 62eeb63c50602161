import { InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import { type Indicator, useAim } from './server'

/** one unit of what is typed, in what is kept: shares are typed in percent, amounts in whole currency */
const scales: Record<string, number> = { share: 0.01, amount: 100 }

/** AimForm says what is aimed at, and who answers for it. */
export function AimForm({ indicator, onDone }: { indicator: Indicator; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const scale = scales[indicator.unit] ?? 1
  const [target, setTarget] = useState(indicator.target == null ? null : Math.round((indicator.target / scale) * 1e4) / 1e4)
  const [owner, setOwner] = useState(indicator.owner)
  const aim = useAim(indicator)
  const save = () => aim.mutate({ target: target == null ? null : Math.round(target * scale * 1e6) / 1e6, owner: owner || undefined }, { onSuccess: onDone })
  return (
    <Modal open title={`${t('kpi.aim')}: ${t(`kpi.name_${indicator.name}`)}`} onCancel={onDone} okText={t('kpi.save')} confirmLoading={aim.isPending} onOk={save}>
      <div className="kpi-form">
        <p className="third">{t(`kpi.rule_${indicator.name}`)}</p>
        <InputNumber aria-label={t('kpi.target')} prefix={<span className="third">{t('kpi.target')}</span>} suffix={indicator.unit === 'share' ? '%' : undefined} value={target} onChange={setTarget} />
        <Select aria-label={t('kpi.owner')} allowClear value={owner} onChange={setOwner} showSearch={{ optionFilterProp: 'label' }} prefix={<span className="third">{t('kpi.owner')}</span>} options={options} />
        <Fault error={aim.error} />
      </div>
    </Modal>
  )
}

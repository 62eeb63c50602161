import { Button, Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Card, type Strategy, useChoose, ways } from './server'

/** ChooseForm chooses another strategy than is advised, with a reason. */
export function ChooseForm({ card, onDone }: { card: Card; onDone: () => void }) {
  const { t } = useTranslation()
  const choose = useChoose(card)
  return (
    <Modal open title={t('strategy.change')} onCancel={onDone} footer={null} width={460}>
      <Form<{ strategy: Strategy; reason: string }> layout="vertical" requiredMark={false} onFinish={(said) => choose.mutate(said, { onSuccess: onDone })}>
        <Form.Item name="strategy" label={t('strategy.strategy')} rules={[{ required: true, message: t('strategy.bad_strategy') }]}>
          <Radio.Group className="strategy-ways">
            {ways.filter((way) => way !== card.advice.strategy).map((way) => <Radio key={way} value={way}><b>{t(`strategy.way_${way}`)}</b> <span className="third">{t(`strategy.says_${way}`)}</span></Radio>)}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="reason" label={t('strategy.reason')} rules={[{ required: true, min: 5, message: t('strategy.no_reason', { min: 5, max: 500 }) }]}><Input.TextArea rows={2} maxLength={500} placeholder={t('strategy.reason_hint')} /></Form.Item>
        <Fault error={choose.error} />
        <Button htmlType="submit" type="primary" loading={choose.isPending}>{t('strategy.save')}</Button>
      </Form>
    </Modal>
  )
}

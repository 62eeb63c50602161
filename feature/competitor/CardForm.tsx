import { Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Card, type Page, useWrite } from './server'
import { Until } from './Until'

/** CardForm writes a battle card. */
export function CardForm({ card, onDone }: { card: Page; onDone: () => void }) {
  const { t } = useTranslation()
  const write = useWrite(card.id, card.version)
  const start = { name: card.name, strengths: card.strengths, weakness: card.weakness, says: card.says, evidence: card.evidence }
  return (
    <Modal open title={t('competitor.edit_of', { name: card.name })} onCancel={onDone} footer={null} width={560}>
      <Form<Card> layout="vertical" requiredMark={false} initialValues={start} onFinish={(said) => write.mutate({ ...said, expires: said.expires || undefined }, { onSuccess: onDone })}>
        <Form.Item name="name" label={t('competitor.name_of')} rules={[{ required: true, whitespace: true, message: t('competitor.bad_name', { max: 60 }) }]}><Input maxLength={60} /></Form.Item>
        {(['strengths', 'weakness', 'says'] as const).map((part) => (
          <Form.Item key={part} name={part} label={t(`competitor.${part}`)}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
        ))}
        <Form.Item name="evidence" label={t('competitor.evidence')} extra={t('competitor.card_hint')} rules={[{ required: true, min: 5, message: t('competitor.short_evidence', { min: 5 }) }]}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
        <Form.Item name="expires" label={t('competitor.expires')}><Until label={t('competitor.expires')} /></Form.Item>
        <Fault error={write.error} />
        <Button htmlType="submit" type="primary" loading={write.isPending}>{t('competitor.save')}</Button>
      </Form>
    </Modal>
  )
}

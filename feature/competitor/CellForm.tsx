import { AutoComplete, Button, Form, Input, Modal, Rate, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Cell, type Grid, type Spot, useRate } from './server'
import { Until } from './Until'

interface Said {
  product: string
  competitor: string
  scores?: Record<string, number>
  evidence: string
  expires?: string
}

/** CellForm rates a product of ours or of a competitor, factor by factor. */
export function CellForm({ grid, spot, cell, onDone }: { grid: Grid; spot: Spot; cell: Partial<Cell>; onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const rate = useRate(spot, cell.version ?? 0)
  const send = ({ competitor, scores, expires, ...said }: Said) =>
    rate.mutate({ ...said, competitor: competitor || undefined, scores: Object.fromEntries(Object.entries(scores ?? {}).filter(([, n]) => n)), expires: expires || undefined }, { onSuccess: onDone })
  const start = { product: cell.product ?? '', competitor: cell.competitor ?? '', scores: cell.scores ?? {}, evidence: cell.evidence ?? '' }
  const suppliers = [{ value: '', label: t('competitor.we') }, ...[...grid.rivals, ...grid.others].map((c) => ({ value: c.id, label: c.name }))]
  return (
    <Modal open title={t('competitor.add_line')} onCancel={onDone} footer={null} width={480}>
      <Form<Said> layout="vertical" requiredMark={false} initialValues={start} onFinish={send}>
        <Form.Item name="product" label={t('competitor.product')} extra={cell.product ? undefined : t('competitor.product_hint')} rules={[{ required: true, whitespace: true, message: t('competitor.bad_product', { max: 60 }) }]}>
          <AutoComplete disabled={!!cell.product} maxLength={60} options={[...new Set([...grid.lines.map((l) => l.product), ...grid.products])].map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="competitor" label={t('competitor.name_of')}><Select disabled={!!cell.product} showSearch={{ optionFilterProp: 'label' }} options={suppliers} /></Form.Item>
        <div className="rival-ratings">
          {grid.factors.map((f) => (
            <Form.Item key={f.key} name={['scores', f.key]} label={`${i18n.language === 'en' ? f.en : f.zh} ${f.weight}%`}><Rate character="●" aria-label={i18n.language === 'en' ? f.en : f.zh} /></Form.Item>
          ))}
        </div>
        <Form.Item name="evidence" label={t('competitor.evidence')} rules={[{ required: true, min: 5, message: t('competitor.short_evidence', { min: 5 }) }]}><Input.TextArea rows={2} maxLength={1000} placeholder={t('competitor.evidence_hint')} /></Form.Item>
        <Form.Item name="expires" label={t('competitor.expires')}><Until label={t('competitor.expires')} /></Form.Item>
        <Fault error={rate.error} />
        <span className="rival-buttons">
          <Button htmlType="submit" type="primary" loading={rate.isPending}>{t('competitor.save')}</Button>
          {!!cell.version && <Button type="text" danger onClick={() => send({ product: cell.product!, competitor: cell.competitor ?? '', scores: {}, evidence: cell.evidence! })}>{t('competitor.take_back')}</Button>}
        </span>
      </Form>
    </Modal>
  )
}

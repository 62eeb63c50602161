import { EditOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import { type Export, useExports, useReceive } from './server'

/** ExportsPanel is the register of what left the program, and who has it. */
export function ExportsPanel() {
  const { t } = useTranslation()
  const phone = usePhone()
  const figures = useFigures()
  const all = useExports()
  const [naming, name] = useState<Export>()
  const at = (e: Export) => figures.time(new Date(e.at / 1000).toISOString())
  const taken = (e: Export) => <>{e.file}{e.rows > 0 && phone && ` · ${figures.count(e.rows)}`}<div className="third">{phone ? `${e.actor} · ${at(e)}` : e.route}</div></>
  return (
    <Panel title={t('privacy.exports')}>
      <Fault error={all.error} onRetry={() => void all.refetch()} />
      <Table size="small" rowKey="id" pagination={false} loading={all.isPending} dataSource={all.data} locale={{ emptyText: <Empty>{t('privacy.exports_none')}</Empty> }}
        columns={[
          ...(phone ? [] : [{ title: t('privacy.at'), render: (_: unknown, e: Export) => at(e) }, { title: t('privacy.who_took'), dataIndex: 'actor' }]),
          { title: t('privacy.export_file'), render: (_, e) => taken(e) },
          ...(phone ? [] : [{ title: t('privacy.export_rows'), align: 'right' as const, render: (_: unknown, e: Export) => e.rows > 0 && figures.count(e.rows) }]),
          { title: t('privacy.export_to'), render: (_, e) => <>{e.recipient || <span className="third">{t('privacy.himself')}</span>}{e.purpose && <div className="third">{e.purpose}</div>}</> },
          { title: <span className="unseen">{t('ui.actions')}</span>, width: 48, render: (_, e) => <Button size="small" type="text" icon={<EditOutlined />} aria-label={`${t('privacy.export_to')} ${e.file}`} onClick={() => name(e)} /> },
        ]} />
      {naming && <Receiver one={naming} onClose={() => name(undefined)} />}
    </Panel>
  )
}

function Receiver({ one, onClose }: { one: Export; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ recipient: string; purpose: string }>()
  const receive = useReceive(one)
  return (
    <Modal open title={one.file} okText={t('privacy.save')} onOk={form.submit} onCancel={onClose} confirmLoading={receive.isPending} width={420}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={one} onFinish={(body) => receive.mutate(body, { onSuccess: onClose })}>
        <Form.Item name="recipient" label={t('privacy.export_to')}><Input autoFocus maxLength={200} /></Form.Item>
        <Form.Item name="purpose" label={t('privacy.export_for')}><Input maxLength={200} /></Form.Item>
      </Form>
      <Fault error={receive.error} />
    </Modal>
  )
}

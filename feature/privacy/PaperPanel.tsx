import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Paper, type Settings, usePaper, useSaveSettings, useSettings } from './server'

/** PaperPanel shows a paper as it will be printed, filled in as far as the program knows. */
export function PaperPanel({ which }: { which: 'notice' | 'assessment' }) {
  const { t, i18n } = useTranslation()
  const paper = usePaper(which, i18n.language)
  const tools = (
    <>
      <Button size="small" icon={<PrinterOutlined />} onClick={() => print()}>{t('privacy.print')}</Button>
      <Button size="small" icon={<DownloadOutlined />} href={`/api/privacy/${which}/file`}>{t(which === 'notice' ? 'privacy.open_notice' : 'privacy.open_assessment')}</Button>
    </>
  )
  return (
    <div className="paper-columns">
      <Panel title={t(`privacy.${which}`)} extra={tools}>
        <Fault error={paper.error} onRetry={() => void paper.refetch()} />
        {paper.data ? <Sheet paper={paper.data} /> : paper.isPending && <Waiting rows={14} />}
      </Panel>
      <Responsible />
    </div>
  )
}

function Sheet({ paper }: { paper: Paper }) {
  return (
    <article className="paper">
      <h1>{paper.title}</h1>
      <p>{paper.lead}</p>
      {paper.parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          {part.text?.map((text) => <p key={text}>{text}</p>)}
          {!!part.rows?.length && (
            <table>
              <thead><tr>{part.head?.map((cell) => <th key={cell}>{cell}</th>)}</tr></thead>
              <tbody>{part.rows.map((row, i) => <tr key={i}>{row.map((cell, j) => <td key={j}>{cell}</td>)}</tr>)}</tbody>
            </table>
          )}
        </section>
      ))}
    </article>
  )
}

/** Responsible names whom people turn to; the papers say it. */
function Responsible() {
  const { t } = useTranslation()
  const settings = useSettings()
  const [form] = Form.useForm<Settings>()
  const save = useSaveSettings(settings.data?.etag ?? '')
  return (
    <Panel title={t('privacy.responsible')} className="responsible">
      <Fault error={settings.error ?? save.error} />
      {settings.data && (
        <Form form={form} layout="vertical" requiredMark={false} initialValues={settings.data} onFinish={(body) => save.mutate(body)}>
          <Form.Item name="company" label={t('privacy.company')}><Input maxLength={200} /></Form.Item>
          <Form.Item name="officer" label={t('privacy.officer')}><Input maxLength={200} /></Form.Item>
          <Form.Item name="reach" label={t('privacy.reach')}><Input maxLength={200} /></Form.Item>
          <Button htmlType="submit" type="primary" loading={save.isPending}>{t('privacy.save')}</Button>
          {save.isSuccess && <span className="second" role="status"> {t('privacy.saved')}</span>}
        </Form>
      )}
    </Panel>
  )
}

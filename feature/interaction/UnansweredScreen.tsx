import './interaction.css'
import { UploadOutlined } from '@ant-design/icons'
import { App, Button, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Entries } from './Entries'
import { PacePanel } from './PacePanel'
import { useImport, useUnanswered, type Whose } from './server'

/** UnansweredScreen is which customers wait for an answer, and how fast others got theirs. */
export default function UnansweredScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { count, decimal } = useFigures()
  const [{ whose }, set] = useAddress<{ whose: '' | Whose }>({ whose: '' })
  const { data, error, refetch, isPlaceholderData } = useUnanswered(whose || undefined)
  return (
    <div className="stack">
      <PageHead title={t('interaction.unanswered')} note={data && t('interaction.unanswered_count', { count: count(data.count), late: count(data.late) })}>
        <Select value={whose} onChange={(whose) => set({ whose })} aria-label={t('interaction.whose')} popupMatchSelectWidth={false} options={(['', 'mine', 'line'] as const).map((value) => ({ value, label: t(`interaction.whose_${value || 'all'}`) }))} />
        {may('interaction:export') && <Button href="/api/interactions/export">{t('interaction.export')}</Button>}
        {may('interaction:write') && <Import />}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      <Panel title={t('interaction.unanswered')} subtitle={data && t('interaction.unanswered_says', { target: decimal(data.target, 0) })} stale={isPlaceholderData}>
        {!data ? !error && <Waiting rows={5} /> : data.rows.length === 0 ? <Empty>{t('interaction.none_waiting')}</Empty> : <Entries rows={data.rows} named />}
      </Panel>
      <PacePanel />
    </div>
  )
}

function Import() {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const send = useImport()
  const read = (file: File) =>
    send.mutate(file, {
      onSuccess: (done) => done.wrong.length === 0
        ? void message.success(t('interaction.taken', { taken: done.taken, same: done.same }))
        : void modal.error({ title: t('interaction.wrong', { count: done.wrong.length }), content: <ul className="interaction-wrong">{done.wrong.map((w) => <li key={w.row}><b>{t('interaction.row', { row: w.row })}</b> {w.code} {w.says}</li>)}</ul> }),
    })
  return (
    <>
      <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={(file) => { read(file); return false }}>
        <Button icon={<UploadOutlined />} loading={send.isPending}>{t('interaction.import')}</Button>
      </Upload>
      <Fault error={send.error} />
    </>
  )
}

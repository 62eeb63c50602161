import { DownloadOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Rejection } from './wire'

interface Props {
  troubles: Rejection[]
  total: number
  /** where all of them can be had as a file */
  file: string
}

/** TroublePanel shows the first rows that cannot be written: what stands there, why not, what to do. */
export function TroublePanel({ troubles, total, file }: Props) {
  const { t } = useTranslation()
  const { count } = useFigures()
  if (total === 0) return <Panel title={t('importing.troubles')}><Empty>{t('importing.troubles_none')}</Empty></Panel>
  const all = <Button size="small" icon={<DownloadOutlined />} href={file} download>{t('importing.trouble_file')}</Button>
  return (
    <Panel title={t('importing.troubles_first', { n: troubles.length })} subtitle={t('importing.troubles_of', { n: count(total) })} extra={all}>
      <Table size="small" pagination={false} rowKey={(e) => `${e.row}-${e.column}`} dataSource={troubles} tableLayout="fixed"
        columns={[
          { title: t('importing.row'), width: 64, align: 'right', render: (_, e) => count(e.row) },
          { title: t('importing.value'), width: '34%', render: (_, e) => <><div className="third">{e.column}</div><span className="bad-cell">{e.value || t('importing.blank')}</span></> },
          { title: t('importing.reason'), render: (_, e) => <Why reason={e.reason} /> },
        ]} />
    </Panel>
  )
}

/** Why says the reason, and what helps where something does. */
function Why({ reason }: { reason: string }) {
  const { t, i18n } = useTranslation()
  const fix = `importing.fix_${reason}`
  return <>{t(reason.includes('.') ? reason : `importing.${reason}`)}{i18n.exists(fix) && <div className="third">{t(fix)}</div>}</>
}

import { UploadOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { SheetTable } from '../../ui/kit/SheetTable'
import { type Checked, useCheckFile } from './server'

/** CheckFile has every order of a file checked, and gives back the file with its answers. */
export function CheckFile() {
  const { t } = useTranslation()
  const check = useCheckFile()
  const done = check.data
  return (
    <Panel title={t('credit.file_check')} subtitle={t('credit.file_check_says')} sheet={done && (() => answers(done, t as never))}
      extra={<Upload accept=".csv,.xlsx" showUploadList={false} beforeUpload={(file) => { check.mutate(file); return false }}>
        <Button size="small" icon={<UploadOutlined />} loading={check.isPending}>{t('credit.file_check')}</Button>
      </Upload>}>
      <Fault error={check.error} />
      {!done ? <p className="third">{t('credit.file_example')}</p> : <>
        <p role="status">{t('credit.file_done', { passed: done.passed, blocked: done.blocked, wrong: done.wrong })}</p>
        <SheetTable {...answers(done, t as never)} />
      </>}
    </Panel>
  )
}

/** answers are the rows of the file with the columns that answer them. */
const answers = (done: Checked, t: (key: string, args?: object) => string) => ({
  columns: [t('credit.code'), t('credit.number'), t('credit.verdict'), t('credit.excess'), t('credit.reasons')],
  rows: done.rows.map((r) => [r.code, r.number, t(`credit.verdict_${r.says}`), r.check ? r.check.excess / 100 : null,
    r.why ?? r.check?.reasons.map((because) => t(`credit.because_${because}`, { n: r.check?.worst })).join(t('credit.and')) ?? '']),
})

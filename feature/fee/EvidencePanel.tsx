import { UploadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { type Sheet, useFile, useShow } from './server'

/** EvidencePanel are the papers and looks at shops that show that it was done. */
export function EvidencePanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { decimal } = useFigures()
  const { name } = usePeople()
  const field = useRef<HTMLInputElement>(null)
  const file = useFile(sheet)
  const show = useShow(sheet)
  const may = sheet.may.includes('file')
  const button = may && <Button size="small" icon={<UploadOutlined />} loading={file.isPending} onClick={() => field.current?.click()}>{t('fee.add_file')}</Button>
  return (
    <Panel title={t('fee.evidence')} subtitle={t('fee.evidence_says')} extra={button}>
      <Fault error={file.error ?? show.error} />
      {sheet.papers.length + sheet.checks.length === 0 ? <Empty>{t('fee.no_papers')}</Empty> : (
        <ul className="fee-papers">
          {sheet.papers.map((p) => <li key={p.id}><a href={`/api/fees/${sheet.id}/papers/${p.id}`}>{p.name}</a> <small>{decimal(p.size / 1024, 0)} KB · {p.made} {name(p.by)}</small></li>)}
          {sheet.checks.map((c) => <li key={c.id}>{t('fee.check', { shop: c.shop })} <small>{c.day} {c.by}</small></li>)}
        </ul>
      )}
      {may && sheet.shops.length > 0 && <Select aria-label={t('fee.add_check')} placeholder={t('fee.add_check')} value={null} style={{ width: '100%' }} onChange={(check: string | null) => check && show.mutate(check)}
        options={sheet.shops.map((c) => ({ value: c.id, label: `${c.shop} · ${c.day}` }))} />}
      <input ref={field} type="file" hidden aria-label={t('fee.add_file')} accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.zip,.txt,.csv"
        onChange={({ target }) => { const [one] = target.files ?? []; if (one) file.mutate(one); target.value = '' }} />
    </Panel>
  )
}

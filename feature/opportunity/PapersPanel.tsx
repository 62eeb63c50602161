import { UploadOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { type Sheet, useDiscard, useFile } from './server'

/** PapersPanel are the files of a deal. */
export function PapersPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { day, decimal } = useFigures()
  const { name } = usePeople()
  const field = useRef<HTMLInputElement>(null)
  const file = useFile(sheet.deal)
  const discard = useDiscard(sheet.deal)
  const button = sheet.may && <Button size="small" icon={<UploadOutlined />} loading={file.isPending} onClick={() => field.current?.click()}>{t('opportunity.add_file')}</Button>
  return (
    <Panel title={t('opportunity.papers')} subtitle={t('opportunity.papers_say')} extra={sheet.papers.length > 0 && button}>
      <Fault error={file.error ?? discard.error} />
      {sheet.papers.length === 0 ? <Empty action={button}>{t('opportunity.no_papers')}</Empty> : (
        <ul className="opportunity-papers">
          {sheet.papers.map((p) => (
            <li key={p.id}>
              <a href={`/api/opportunities/${sheet.deal.id}/files/${p.id}`}>{p.name}</a>
              <small className="third">{decimal(p.size / 1024, 0)} KB · {day(p.made)} {name(p.by)}</small>
              {sheet.may && (
                <Popconfirm title={t('opportunity.drop_file_sure')} okText={t('opportunity.drop_file')} cancelText={t('opportunity.cancel')} onConfirm={() => discard.mutate(p.id)}>
                  <Button size="small" type="link" aria-label={`${t('opportunity.drop_file')} ${p.name}`}>{t('opportunity.drop_file')}</Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
      <input ref={field} type="file" hidden aria-label={t('opportunity.add_file')} accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.zip,.txt,.csv"
        onChange={({ target }) => { const [one] = target.files ?? []; if (one) file.mutate(one); target.value = '' }} />
    </Panel>
  )
}

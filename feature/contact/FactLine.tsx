import { EditOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { useMay } from '../../ui/me'
import { Masked } from './Masked'
import { type Card, type Fact, useConfide } from './people'

/** FactLine is a private field: what it is for, its value behind a mask, and a way to write it. */
export function FactLine({ card, field }: { card: Card; field: Fact }) {
  const { t } = useTranslation()
  const may = useMay()
  const confide = useConfide(card.id)
  const [value, write] = useState<string>()
  const fact = card.facts?.find((f) => f.field === field)
  const save = () => value !== undefined && confide.mutate({ field, value }, { onSuccess: () => write(undefined) })
  const title = t(`contact.${field}`)
  return (
    <div>
      <dt title={t(`contact.for_${field}`)}>{title}</dt>
      <dd>
        {value === undefined ? (
          <>
            {fact ? <Masked card={card} field={field} shown={fact.masked} locked={fact.locked} /> : <span className="third">{missing}</span>}
            {may('contact:reveal') && <Button size="small" type="text" icon={<EditOutlined />} aria-label={`${t('contact.edit')} ${title}`} onClick={() => write('')} />}
          </>
        ) : (
          <Space.Compact>
            <Input size="small" autoFocus aria-label={title} placeholder={t(`contact.for_${field}`)} value={value} maxLength={120} onChange={(e) => write(e.target.value)} onPressEnter={save} />
            <Button size="small" loading={confide.isPending} onClick={save}>{t('contact.save')}</Button>
            <Button size="small" onClick={() => write(undefined)}>{t('contact.cancel')}</Button>
          </Space.Compact>
        )}
        <Fault error={confide.error} />
      </dd>
    </div>
  )
}

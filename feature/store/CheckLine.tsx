import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { Photos } from './Photos'
import { type Sheet, useDrop } from './server'
import { Stages } from './Stages'
import { Weakness } from './Weakness'

/** CheckLine is one look at a shop: its stages, what the first weak one lacks, photos. */
export function CheckLine({ sheet, may, onEdit }: { sheet: Sheet; may: boolean; onEdit: () => void }) {
  const { t } = useTranslation()
  const { day, share } = useFigures()
  const drop = useDrop()
  return (
    <li>
      <header>
        <b>{sheet.shop}</b>
        <span className="third">{day(sheet.day)} · {sheet.by}</span>
        <i className="grow" />
        <Why label={sheet.shop} chip={<Weakness stage={sheet.bottleneck} />}>{() => <Reasoned why={sheet.why} stand={day(sheet.day)} />}</Why>
        <b className="figure">{share(sheet.score.total)}</b>
      </header>
      <Stages stages={sheet.score.stages} />
      {sheet.note && <p>{sheet.note}</p>}
      <Photos sheet={sheet} may={may} />
      <Fault error={drop.error} />
      {may && (
        <footer>
          <Button type="link" size="small" onClick={onEdit}>{t('store.edit')}</Button>
          <Popconfirm title={t('store.drop_ask')} onConfirm={() => drop.mutate(sheet)}><Button type="link" size="small" danger loading={drop.isPending}>{t('store.drop')}</Button></Popconfirm>
        </footer>
      )}
    </li>
  )
}

import { AutoComplete, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { Day } from '../../ui/kit/Day'
import { Waiting } from '../../ui/kit/Waiting'
import { type Sheet, type Tools, useSave, useTools } from './server'
import { useToolName } from './words'

interface Props {
  account: string
  shops: string[]
  sheet?: Sheet
  onDone: () => void
}

/** CheckForm asks, tool by tool, what is there. */
export function CheckForm(props: Props) {
  const { t } = useTranslation()
  const tools = useTools()
  if (tools.data) return <Form {...props} tools={tools.data} />
  return <Modal open title={t('store.add')} footer={null} onCancel={props.onDone}>{tools.error ? <Fault error={tools.error} /> : <Waiting rows={6} />}</Modal>
}

const named = (stage: string, tool: string) => `${stage}/${tool}`

function Form({ account, shops, sheet, tools, onDone }: Props & { tools: Tools }) {
  const { t } = useTranslation()
  const name = useToolName()
  const [shop, setShop] = useState(sheet?.shop ?? shops[0] ?? '')
  const [day, setDay] = useState(sheet?.day ?? today())
  const [note, setNote] = useState(sheet?.note ?? '')
  const [seen, see] = useState(() => new Set(sheet?.answers.filter((a) => a.present).map((a) => named(a.stage, a.tool))))
  const save = useSave(account, sheet)
  const answers = tools.stages.flatMap(({ stage, tools }) => tools.map((tool) => ({ stage, tool, present: seen.has(named(stage, tool)) })))
  const toggle = (key: string) => see((old) => (old.has(key) ? new Set([...old].filter((k) => k !== key)) : new Set(old).add(key)))
  return (
    <Modal open title={t(sheet ? 'store.edit' : 'store.add')} okText={t('store.save')} confirmLoading={save.isPending} onCancel={onDone}
      onOk={() => save.mutate({ shop, day, note, answers }, { onSuccess: onDone })}>
      <div className="store-form">
        <AutoComplete aria-label={t('store.shop')} placeholder={t('store.shop_hint')} value={shop} maxLength={60} onChange={setShop} options={shops.map((value) => ({ value }))} />
        <Day label={t('store.day')} value={day} last={today()} onChange={setDay} />
        {tools.stages.filter((s) => s.tools.length > 0).map(({ stage, tools }) => (
          <fieldset key={stage}>
            <legend>{t(`display.${stage}`)}</legend>
            {tools.map((tool) => <Checkbox key={tool} checked={seen.has(named(stage, tool))} onChange={() => toggle(named(stage, tool))}>{name(tool)}</Checkbox>)}
          </fieldset>
        ))}
        <Input.TextArea rows={2} maxLength={500} aria-label={t('store.note')} placeholder={t('store.note_hint')} value={note} onChange={(e) => setNote(e.target.value)} />
        {!sheet && <small className="third">{t('store.saved_first')}</small>}
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}

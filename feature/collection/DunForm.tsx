import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { type Asking, type Sheet, type Step, useDraft, useDun } from './server'

type Draft = NonNullable<ReturnType<typeof useDraft>['data']>

/** DunForm asks an account for its money: by mail, by a printed letter, on the phone or at the door. */
export function DunForm({ account, sheet, onDone }: { account: string; sheet: Sheet; onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const steps = sheet.course.steps
  const [does, choose] = useState<Step>(steps[sheet.course.reached]?.does ?? 'remind')
  const [channel, by] = useState<Asking['channel']>(does === 'call' ? 'phone' : sheet.posts ? 'mail' : 'post')
  const [language, speak] = useState<'zh-CN' | 'en'>(i18n.language === 'en' ? 'en' : 'zh-CN')
  const { data: draft, error } = useDraft(account, does, language)
  return (
    <Modal open title={t('collection.ask')} width={640} onCancel={onDone} footer={null} destroyOnHidden>
      <div className="collection-form">
        <div className="collection-pair">
          <label>{t('collection.step')}<Select value={does} onChange={choose} options={steps.map((s) => ({ value: s.does, label: t('collection.ask_step', { step: t(`collection.step_${s.does}`), days: s.days }) }))} /></label>
          <label>{t('collection.channel')}<Select value={channel} onChange={by} options={(['mail', 'post', 'phone', 'visit'] as const).map((value) => ({ value, label: t(`collection.by_${value}`), disabled: value === 'mail' && !sheet.posts }))} /></label>
          <label>{t('collection.language')}<Select value={language} onChange={speak} options={[{ value: 'zh-CN', label: t('collection.language_zh') }, { value: 'en', label: t('collection.language_en') }]} /></label>
        </div>
        {!sheet.posts && <p className="third">{t('collection.no_mail')}</p>}
        <Fault error={error} />
        {draft ? <Words key={does + language} account={account} draft={draft} asking={{ does, channel, language }} onDone={onDone} /> : !error && <Waiting rows={6} />}
      </div>
    </Modal>
  )
}

function Words({ account, draft, asking, onDone }: { account: string; draft: Draft; asking: Pick<Asking, 'does' | 'channel' | 'language'>; onDone: () => void }) {
  const { t } = useTranslation()
  const [to, send] = useState(draft.to)
  const [title, name] = useState(draft.title)
  const [body, write] = useState(draft.body)
  const [says, say] = useState('')
  const dun = useDun(account)
  const { channel } = asking, letter = channel === 'mail' || channel === 'post'
  const done = () => dun.mutate({ ...asking, to: to || undefined, says: says || undefined, ...(letter && { title, body }) }, { onSuccess: () => { if (channel === 'post') window.print(); onDone() } })
  return (
    <>
      <label>{t(channel === 'mail' ? 'collection.to' : 'collection.whom')}<Input type={channel === 'mail' ? 'email' : 'text'} maxLength={200} value={to} placeholder={channel === 'mail' ? t('collection.to_hint') : undefined} onChange={(e) => send(e.target.value)} /></label>
      {letter && <>
        <label>{t('collection.title')}<Input maxLength={200} value={title} onChange={(e) => name(e.target.value)} /></label>
        <label>{t('collection.body')}<Input.TextArea rows={12} maxLength={20000} value={body} onChange={(e) => write(e.target.value)} /></label>
        {channel === 'post' && <article className="collection-letter collection-paper"><h2>{title}</h2><p>{body}</p></article>}
      </>}
      <label>{t('collection.outcome')}<Input.TextArea rows={2} maxLength={500} value={says} placeholder={t('collection.outcome_hint')} onChange={(e) => say(e.target.value)} /></label>
      <Fault error={dun.error} />
      <Button type="primary" className="collection-go" loading={dun.isPending} disabled={channel === 'mail' && !to} onClick={done}>{t(channel === 'mail' ? 'collection.send' : channel === 'post' ? 'collection.printed' : 'collection.write')}</Button>
    </>
  )
}

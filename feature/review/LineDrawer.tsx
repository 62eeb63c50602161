import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { usePeople } from '../../ui/people'
import { type Line, type Sheet, useComment, useReopen, useSign } from './server'

/** LineDrawer is somebody's month: what he says of it, and what whoever leads him does. */
export function LineDrawer({ line, sheet, onClose }: { line: Line; sheet: Sheet; onClose: () => void }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  return (
    <Drawer open onClose={onClose} title={`${line.name} · ${sheet.month.slice(0, 7)}`} size="default">
      <div className="review-line">
        <Said line={line} />
        {line.signed && <p><StateChip state="ok">{t('review.signed_by', { name: name(line.signed_by), on: line.signed })}</StateChip></p>}
        {line.own && !line.signed && <Comment line={line} />}
        {line.comment && !(line.own && !line.signed) && <section><h3>{t('review.comment')}</h3><p>{line.comment}</p></section>}
        {line.verdict && <section><h3>{t('review.verdict')}</h3><p>{line.verdict}</p></section>}
        {line.sign && (line.signed ? <Reopen line={line} /> : sheet.over ? <Sign line={line} /> : <p className="third">{t('review.not_over')}</p>)}
      </div>
    </Drawer>
  )
}

function Said({ line: { figures: f } }: { line: Line }) {
  const { t } = useTranslation()
  const { count, share, decimal } = useFigures()
  const rows: [string, string, string][] = [
    ['execution', share(f.execution), t('review.of', { part: count(f.executed), of: count(f.planned) })],
    ['attained', share(f.attained), t('review.of', { part: count(f.met), of: count(f.objectives) })],
    ['held', share(f.held), t('review.promises_of', { kept: count(f.kept), broken: count(f.broken), due: count(f.promises) })],
    ['in_time', share(f.in_time), t('review.asked_of', { asked: count(f.asked), hours: decimal(f.median) })],
    ['contact', share(f.contact), t('review.of', { part: count(f.contacted), of: count(f.important) })],
  ]
  return <dl className="review-figures">{rows.map(([what, value, note]) => <div key={what}><dt>{t(`review.${what}`)}</dt><dd><b>{value}</b> <small className="third">{note}</small></dd></div>)}</dl>
}

function Comment({ line }: { line: Line }) {
  const { t } = useTranslation()
  const [text, say] = useState(line.comment)
  const comment = useComment(line)
  return (
    <section>
      <h3>{t('review.comment')}</h3>
      <Input.TextArea rows={4} maxLength={1000} aria-label={t('review.comment')} placeholder={t('review.comment_hint')} value={text} onChange={(e) => say(e.target.value)} />
      <Fault error={comment.error} />
      <Button loading={comment.isPending} onClick={() => comment.mutate(text)}>{t('review.save')}</Button>
    </section>
  )
}

function Sign({ line }: { line: Line }) {
  const { t } = useTranslation()
  const [text, say] = useState(line.verdict)
  const sign = useSign(line)
  return (
    <section>
      <h3>{t('review.verdict')}</h3>
      <Input.TextArea rows={4} maxLength={1000} aria-label={t('review.verdict')} placeholder={t('review.verdict_hint')} value={text} onChange={(e) => say(e.target.value)} />
      <Fault error={sign.error} />
      <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate(text)}>{t('review.sign')}</Button>
    </section>
  )
}

function Reopen({ line }: { line: Line }) {
  const { t } = useTranslation()
  const reopen = useReopen(line)
  return (
    <div>
      <Fault error={reopen.error} />
      <Button loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>{t('review.reopen')}</Button>
    </div>
  )
}

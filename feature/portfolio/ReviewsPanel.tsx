import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { type ReviewRow, useReviewing, useReviews } from './register'

/** ReviewsPanel lists the key accounts that no rule makes such any more, and asks what is to become of them. */
export function ReviewsPanel() {
  const { t } = useTranslation()
  const pages = useReviews()
  const [asking, ask] = useState<{ review: ReviewRow; keep: boolean }>()
  if (pages.error) return <Fault error={pages.error} onRetry={() => void pages.refetch()} />
  if (!pages.data) return <Waiting rows={6} />
  const rows = pages.data.pages.flatMap((page) => page.rows)
  return (
    <Panel title={t('portfolio.show_reviews')} subtitle={t('portfolio.reviews_say')}>
      {rows.length === 0 ? <Empty>{t('portfolio.no_reviews')}</Empty> : (
        <ul className="reviews">{rows.map((r) => <Line key={r.id} review={r} onAsk={(keep) => ask({ review: r, keep })} />)}</ul>
      )}
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('portfolio.more')}</Button>}
      {asking && <Deciding {...asking} onClose={() => ask(undefined)} />}
    </Panel>
  )
}

function Line({ review: r, onAsk }: { review: ReviewRow; onAsk: (keep: boolean) => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const people = usePeople()
  const late = r.due < today()
  return (
    <li>
      <span className="grow">
        <Link to="/accounts/$id" params={{ id: r.account } as never}>{r.name}</Link> <span className="third">{r.code}</span>
        <small className={late ? 'soon' : 'third'}>{t('portfolio.review_due', { quarter: r.quarter, opened: r.opened, due: r.due })}</small>
      </span>
      {r.asked ? <StateChip state="ask">{t('portfolio.removal_asked', { name: people.name(r.by) })}</StateChip> : may('portfolio:review') && (
        <span className="note-ways">
          <Button size="small" onClick={() => onAsk(true)} aria-label={t('portfolio.keep_of', { name: r.name })}>{t('portfolio.keep')}</Button>
          <Button size="small" danger onClick={() => onAsk(false)} aria-label={t('portfolio.remove_of', { name: r.name })}>{t('portfolio.remove')}</Button>
        </span>
      )}
    </li>
  )
}

function Deciding({ review, keep, onClose }: { review: ReviewRow; keep: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const decide = useReviewing(review)
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal open title={t(keep ? 'portfolio.keep_of' : 'portfolio.remove_of', { name: review.name })} okText={t(keep ? 'portfolio.keep' : 'portfolio.propose')} onOk={form.submit} onCancel={onClose} confirmLoading={decide.isPending} width={440} destroyOnHidden>
      <p className="second">{t(keep ? 'portfolio.keep_says' : 'portfolio.remove_says')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => decide.mutate({ keep, reason }, { onSuccess: onClose })}>
        <Form.Item name="reason" label={t('portfolio.reason')} rules={[{ required: true, min: 5, message: t('portfolio.needs_evidence') }]}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
        <Fault error={decide.error} />
      </Form>
    </Modal>
  )
}

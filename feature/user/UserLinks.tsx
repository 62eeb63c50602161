import { Button, Form, Input, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useLinks } from './mine'
import { type Link, useUserLinks } from './server'

/** UserLinks are the names by which other houses know a user; an administrator who writes one has seen whose it is. */
export function UserLinks({ user }: { user: string }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Link>()
  const { house, issuer } = useLinks().data ?? {}
  const { found, add, drop } = useUserLinks(user)
  const links = found.data ?? []
  if (!house && links.length === 0) return <Fault error={found.error} />
  return (
    <section className="user-links" aria-label={t('user.links')}>
      <h3>{t('user.links')}</h3>
      {links.map((one) => (
        <div key={`${one.issuer} ${one.subject}`} className="factor">
          <b>{one.subject}</b>
          <span className="third">{one.issuer}</span>
          <i className="grow" />
          <Popconfirm title={t('user.unlink_ask')} onConfirm={() => drop.mutate(one)}><Button type="link" size="small" danger aria-label={`${t('user.unlink')} ${one.subject}`}>{t('user.unlink')}</Button></Popconfirm>
        </div>
      ))}
      {house && (
        <Form form={form} layout="inline" requiredMark={false} initialValues={{ issuer }} onFinish={(link) => add.mutate(link, { onSuccess: () => form.resetFields(['subject']) })}>
          <Form.Item name="subject" rules={[{ required: true, whitespace: true, message: t('user.link_who') }]}><Input maxLength={255} aria-label={t('user.link_who')} placeholder={t('user.link_who')} /></Form.Item>
          <Form.Item name="issuer" rules={[{ required: true, type: 'url', message: t('user.link_issuer') }]}><Input maxLength={500} aria-label={t('user.link_issuer')} placeholder={t('user.link_issuer')} /></Form.Item>
          <Button htmlType="submit" loading={add.isPending}>{t('user.link_add')}</Button>
        </Form>
      )}
      {house && <p className="third">{t('user.link_how', { house })}</p>}
      <Fault error={found.error ?? add.error ?? drop.error} />
    </section>
  )
}

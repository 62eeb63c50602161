import { Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { useShare } from './server'

/** ShareForm makes a list for a partner, of those customers that have agreed. */
export function ShareForm({ agreement, onDone }: { agreement: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const share = useShare(agreement)
  return (
    <Modal open title={t('bundle.share')} onCancel={onDone} footer={null} width={440}>
      {share.data
        ? <><p role="status">{t('bundle.done', { selected: count(share.data.selected), shared: count(share.data.shared) })}</p><Button type="primary" href={`/api/sharing/lists/${share.data.id}/export`}>{t('bundle.export')}</Button></>
        : <Form layout="vertical" requiredMark={false} initialValues={{ region: '', industry: '' }} onFinish={(body: { region: string; industry: string }) => share.mutate(body)}>
            <p className="third">{t('bundle.share_says')}</p>
            <Form.Item name="region" label={t('bundle.field_region')}><Input maxLength={60} placeholder={t('bundle.everybody')} /></Form.Item>
            <Form.Item name="industry" label={t('bundle.field_industry')}><Input maxLength={60} placeholder={t('bundle.everybody')} /></Form.Item>
            <Fault error={share.error} />
            <Button type="primary" htmlType="submit" loading={share.isPending}>{t('bundle.share')}</Button>
          </Form>}
    </Modal>
  )
}

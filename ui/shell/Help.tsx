import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useEntries } from './Menu'

/** Help lists the keys. */
export default function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const keys = [
    ['Ctrl K', t('ui.search')], ['/', t('ui.key_filter')], ['?', t('ui.keys')], ['Esc', t('ui.key_close')],
    ['j k', t('ui.key_rows')], ['x', t('ui.key_choose')], ['Enter', t('ui.key_open')], ['← ↑ ↓ →', t('ui.key_cells')],
    ...useEntries().flatMap((e) => (e.key ? [['g ' + e.key, t(e.title)]] : [])),
  ]
  return (
    <Modal open onCancel={onClose} footer={null} title={t('ui.keys')} width={420}>
      <dl className="key-list">
        {keys.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}
      </dl>
    </Modal>
  )
}

import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../download'
import { Slot } from '../Slot'

/** RefusedDialog says why a list was not handed out, and what can be done about it. */
export default function RefusedDialog({ problem, address, onDone }: Refusal & { onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open title={t('ui.refused')} width={440} onCancel={onDone} footer={<Button onClick={onDone}>{t('ui.close')}</Button>}>
      <p className="lead">{problem.detail}</p>
      <Slot name="download.refused" problem={problem} address={address} onDone={onDone} />
    </Modal>
  )
}

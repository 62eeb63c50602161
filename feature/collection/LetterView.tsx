import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Logged } from './server'

/** LetterView is a letter as it left, to be read and printed. */
export function LetterView({ letter, onDone }: { letter: Logged; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open width={680} title={t('collection.show_letter')} onCancel={onDone} footer={<Button type="primary" onClick={() => window.print()}>{t('collection.print')}</Button>}>
      <article className="collection-letter" lang={letter.language}><h2>{letter.title}</h2><p>{letter.body}</p></article>
    </Modal>
  )
}

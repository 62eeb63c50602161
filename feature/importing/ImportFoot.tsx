import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  note: ReactNode
  onCancel?: () => void
  onBack?: () => void
  next: { label: string; off?: boolean; busy?: boolean; onClick: () => void }
}

/** ImportFoot holds the way on, back and out, with what will happen. */
export function ImportFoot({ note, onCancel, onBack, next }: Props) {
  const { t } = useTranslation()
  return (
    <footer className="import-foot">
      <p>{note}</p>
      {onCancel && <Button onClick={onCancel}>{t('importing.drop_it')}</Button>}
      {onBack && <Button onClick={onBack}>{t('importing.back')}</Button>}
      <Button type="primary" disabled={next.off} loading={next.busy} onClick={next.onClick}>{next.label}</Button>
    </footer>
  )
}

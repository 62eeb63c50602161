import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Secret shows a word that can be seen only now, to be copied. */
export function Secret({ word, note }: { word: string; note: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(word)
    setCopied(true)
  }
  return (
    <div className="once">
      <code>{word}</code>
      <Button size="small" icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>{copied ? t('user.copied') : t('user.copy')}</Button>
      <p className="second">{note}</p>
    </div>
  )
}

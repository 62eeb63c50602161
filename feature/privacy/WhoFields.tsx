import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../ui/api'

/** Told is somebody as a form asks for him: several numbers in one line. */
export interface Told {
  name: string
  company?: string
  numbers?: string
  mails?: string
  wechats?: string
}

const list = (text: string | undefined) => text?.split(/[\s,，;；、]+/).filter(Boolean) ?? []

/** whoOf is what the server wants to know of him. */
export const whoOf = ({ name, company, numbers, mails, wechats }: Told): Schema['PrivacyWho'] =>
  ({ name, company, numbers: list(numbers), mails: list(mails), wechats: list(wechats) })

/** WhoFields asks by what somebody can be told from others. */
export function WhoFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="name" label={t('privacy.name')} rules={[{ required: true, whitespace: true, message: t('privacy.no_name') }]}><Input autoFocus maxLength={120} /></Form.Item>
      <Form.Item name="company" label={t('privacy.employer')}><Input maxLength={120} /></Form.Item>
      <Form.Item name="numbers" label={t('privacy.numbers')}><Input maxLength={200} inputMode="tel" /></Form.Item>
      <Form.Item name="mails" label={t('privacy.mails')}><Input maxLength={200} inputMode="email" /></Form.Item>
      <Form.Item name="wechats" label={t('privacy.wechats')}><Input maxLength={200} /></Form.Item>
    </>
  )
}

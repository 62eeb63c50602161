import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { useConfirm, useMove, type Wishes } from './server'

/** MailLine is the user's address, which counts once he has typed the code that came to it. */
export function MailLine({ wishes }: { wishes: Wishes }) {
  const { t } = useTranslation()
  const [mail, setMail] = useState(wishes.mail)
  const move = useMove()
  const same = mail.trim() === wishes.mail
  if (!wishes.posted) return null
  return (
    <div>
      <div className="line">
        <label htmlFor="notice-mail">{t('notice.mail')}</label>
        <Input id="notice-mail" size="small" type="email" autoComplete="email" value={mail} maxLength={200} style={{ width: 240 }} onChange={(e) => setMail(e.target.value)} />
        {same && wishes.confirmed && <StateChip state="ok">{t('notice.confirmed')}</StateChip>}
        {(!same || !wishes.confirmed) && <Button size="small" disabled={same && !mail} loading={move.isPending} onClick={() => move.mutate(mail.trim())}>{t(mail.trim() ? 'notice.send_code' : 'notice.no_mail')}</Button>}
      </div>
      <Fault error={move.error} />
      {same && mail && !wishes.confirmed && <CodeLine />}
    </div>
  )
}

function CodeLine() {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const confirm = useConfirm()
  return (
    <>
      <div className="line">
        <label htmlFor="notice-code">{t('notice.code')}</label>
        <Input id="notice-code" size="small" inputMode="numeric" maxLength={6} value={code} style={{ width: 100 }} onChange={(e) => setCode(e.target.value)} />
        <Button size="small" type="primary" disabled={code.length !== 6} loading={confirm.isPending} onClick={() => confirm.mutate(code)}>{t('notice.confirm')}</Button>
      </div>
      <Fault error={confirm.error} />
    </>
  )
}

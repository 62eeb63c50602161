import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { prove } from '../../ui/proof'
import { removeFactor, renewCodes, useFactor, useMine } from './mine'

/** few is how many recovery codes are left when it is time for new ones. */
const few = 3

/** FactorPanel shows whether a stolen password alone would do, and sets that right. */
export function FactorPanel() {
  const { t } = useTranslation()
  const { data: factor, error } = useFactor()
  const renew = useMine(renewCodes)
  const [removing, remove] = useState(false)
  if (!factor) return <Panel title={t('user.factor')}>{error ? <Fault error={error} /> : <Waiting rows={2} />}</Panel>
  return (
    <Panel title={t('user.factor')}>
      <div className="factor">
        <StateChip state={factor.on ? 'ok' : 'ask'}>{factor.on ? t('user.factor_on') : t('user.factor_off')}</StateChip>
        <span className="second">{factor.on ? t('user.factor_why', { n: factor.codes }) : t('user.factor_why_not')}</span>
        <i className="grow" />
        {factor.on && <Button size="small" type={factor.codes <= few ? 'primary' : 'default'} loading={renew.isPending} onClick={() => renew.mutate(undefined)}>{t('user.codes_renew')}</Button>}
        {factor.on && <Button size="small" onClick={() => remove(true)}>{factor.must ? t('user.factor_replace') : t('user.factor_remove')}</Button>}
        {!factor.on && <Button size="small" type="primary" onClick={() => void enrol()}>{t('user.factor_set')}</Button>}
      </div>
      <Fault error={renew.error} />
      {renew.data && <Codes codes={renew.data} onClose={renew.reset} />}
      {removing && <Removal onClose={() => remove(false)} />}
    </Panel>
  )
}

/** enrol leaves for the page that sets one up, which wants a fresh proof. */
async function enrol() {
  const { fresh } = take(await api.GET('/api/me/proof'))
  if (fresh || (await prove('step_up'))) location.assign('/enrol')
}

function Codes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open closable={false} keyboard={false} mask={{ closable: false }} title={t('user.codes')} footer={<Button type="primary" onClick={onClose}>{t('user.seen')}</Button>}>
      <p className="second">{t('user.codes_note')}</p>
      <ol className="codes">{codes.map((code) => <li key={code}>{code}</li>)}</ol>
    </Modal>
  )
}

function Removal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const remove = useMine(removeFactor)
  return (
    <Modal open title={t('user.factor_remove')} okText={t('user.factor_remove')} okButtonProps={{ danger: true, disabled: !code.trim() }} confirmLoading={remove.isPending}
      onOk={() => remove.mutate(code, { onSuccess: onClose })} onCancel={onClose}>
      <label className="removal">{t('user.factor_code')}<Input autoFocus value={code} maxLength={40} autoComplete="one-time-code" onChange={(e) => setCode(e.target.value)} /></label>
      <Fault error={remove.error} />
    </Modal>
  )
}

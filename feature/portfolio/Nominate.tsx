import { StarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, Modal, Segmented, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Open } from './NominationsPanel'
import { type Kind, kindOf, useNominate, useNominations } from './register'

interface Named {
  id: string
  name: string
}

/** Nominate lets those who may propose a strategic account or a VIP; without an account it is chosen first. */
export function Nominate({ account }: { account?: Named }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [chosen, choose] = useState<Named | undefined>(account)
  if (!may('portfolio:nominate')) return null
  const close = () => {
    setOpen(false)
    choose(account)
  }
  return (
    <>
      <Button size="small" icon={<StarOutlined />} onClick={() => setOpen(true)}>{t('portfolio.nominate')}</Button>
      {open && (
        <Modal open title={chosen ? t('portfolio.nominate_of', { name: chosen.name }) : t('portfolio.nominate')} onCancel={close} footer={null} width={480} destroyOnHidden>
          {!account && <Which onChoose={choose} />}
          {chosen && <Kinds key={chosen.id} account={chosen} onDone={close} />}
        </Modal>
      )}
    </>
  )
}

/** Which finds the account by any two characters, pinyin, initials or code. */
function Which({ onChoose }: { onChoose: (account: Named) => void }) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const found = useQuery({
    queryKey: ['accounts', 'to nominate', words],
    queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { search: words, limit: 8 } } })).rows,
    enabled: words.length > 1,
  })
  const rows = found.data ?? []
  return (
    <Select className="full" aria-label={t('portfolio.which_account')} placeholder={t('portfolio.which_account')} loading={found.isFetching} notFoundContent={null}
      showSearch={{ onSearch: search, filterOption: false }} options={rows.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))}
      onChange={(id: string) => onChoose(rows.find((row) => row.id === id)!)} />
  )
}

function Kinds({ account, onDone }: { account: Named; onDone: () => void }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('STRAT')
  const known = useNominations(account.id)
  if (known.error) return <Fault error={known.error} onRetry={() => void known.refetch()} />
  if (!known.data) return <Waiting rows={4} />
  const open = known.data.proposed.find((p) => p.state === 'proposed' && kindOf(p) === kind)
  return (
    <div className="judge">
      <Segmented<Kind> block value={kind} onChange={setKind} aria-label={t('portfolio.nominate')}
        options={[{ value: 'STRAT', label: t('portfolio.nominated_STRAT') }, { value: 'VIP', label: t('portfolio.nominated_VIP') }]} />
      <p className="judge-says third">{t(`portfolio.nominate_says_${kind}`)}</p>
      {open ? <><p>{t('portfolio.proposed_open')}</p><ul className="notes"><Open proposal={open} /></ul></> : <Fields key={kind} account={account.id} kind={kind} today={known.data.today} onDone={onDone} />}
    </div>
  )
}

interface Said {
  reason: string
  evidence: string
  expires: Dayjs
}

function Fields({ account, kind, today, onDone }: { account: string; kind: Kind; today: string; onDone: () => void }) {
  const { t } = useTranslation()
  const nominate = useNominate(account, onDone)
  const save = ({ reason, evidence, expires }: Said) => nominate.mutate({ kind, reason, evidence, expires: expires.format('YYYY-MM-DD') })
  const needed = [{ required: true, min: 5, message: t('portfolio.needs_evidence') }]
  return (
    <Form layout="vertical" requiredMark={false} initialValues={{ expires: dayjs(today).add(1, 'year') }} onFinish={save}>
      <Form.Item name="reason" label={t('portfolio.reason')} extra={t('portfolio.reason_hint')} rules={needed}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
      <Form.Item name="evidence" label={t('portfolio.evidence')} extra={t('portfolio.evidence_hint')} rules={needed}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
      <Form.Item name="expires" label={t('portfolio.valid_until')} rules={[{ required: true, message: t('portfolio.needs_value') }]}><DatePicker allowClear={false} minDate={dayjs(today).add(1, 'day')} /></Form.Item>
      <Fault error={nominate.error} />
      <Button htmlType="submit" type="primary" loading={nominate.isPending}>{t('portfolio.propose')}</Button>
    </Form>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Problem, take, versioned } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { Waiting } from '../../ui/kit/Waiting'
import type { Account } from './AccountScreen'
import { type Difference, differences, editable, type Field, settled, type Values } from './conflict'

type Versioned = Account & { etag: string }

const words: Partial<Record<Field, string[]>> = {
  ownership: ['state', 'private', 'foreign', 'joint', 'listed', 'public'],
  status: ['active', 'suspended', 'closed'],
}

/** EditAccount changes what is on record about a company. Whoever was faster loses nothing: both versions are shown. */
export function EditAccount({ id, onClose }: { id: string; onClose: () => void }) {
  const read = async () => versioned(await api.GET('/api/accounts/{id}', { params: { path: { id } } }))
  const base = useQuery({ queryKey: ['account', id, 'to edit'], queryFn: read, staleTime: Infinity, gcTime: 0 })
  if (!base.data) return base.error ? <Fault error={base.error} /> : <Waiting rows={4} />
  return <Editor base={base.data} read={read} onClose={onClose} />
}

function Editor({ base, read, onClose }: { base: Versioned; read: () => Promise<Versioned>; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [clash, setClash] = useState<{ theirs: Versioned; all: Difference[] }>()
  const save = useMutation({
    mutationFn: async ({ over, values }: { over: Versioned; values: Values }) => {
      const { code, parent, employees, revenue_minor, source, source_detail, referrer, opened_on } = over
      const body = { code, parent, employees, revenue_minor, source, source_detail, referrer, opened_on, ...Object.fromEntries(editable.map((field) => [field, values[field] ?? ''])) } as never
      return take(await api.PUT('/api/accounts/{id}', { params: { path: { id: over.id }, header: { 'If-Match': over.etag } }, body }))
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['account', base.id] })
      onClose()
    },
    onError: async (error) => {
      if ((error as Partial<Problem>).status !== 412) return
      const theirs = await read()
      setClash({ theirs, all: differences(base, form.getFieldsValue(true) as Values, theirs) })
    },
  })
  const choose = (field: Field, keep: Difference['keep']) => setClash((now) => now && { ...now, all: now.all.map((d) => (d.field === field ? { ...d, keep } : d)) })
  const submit = () => (clash ? save.mutate({ over: clash.theirs, values: settled(clash.theirs, clash.all) }) : form.submit())
  const stale = (save.error as Partial<Problem> | null)?.status === 412
  return (
    <Modal open title={t('account.edit_of', { name: base.name })} width={clash ? 720 : 520} okText={t('account.save')} onOk={submit} onCancel={onClose} confirmLoading={save.isPending}>
      {!stale && <Fault error={save.error} />}
      {clash && <Clash all={clash.all} onChoose={choose} />}
      <Form form={form} layout="vertical" hidden={Boolean(clash)} initialValues={base} onFinish={(values) => save.mutate({ over: base, values })}>
        {editable.map((field) => (
          <Form.Item key={field} name={field} label={t(`account.${field}`)} rules={field === 'name' ? [{ required: true }] : undefined}>
            {words[field] ? <Select options={words[field].map((value) => ({ value, label: t(`account.${field}_${value}`) }))} allowClear={field !== 'status'} /> : <Input />}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}

/** Clash puts what I wrote beside what somebody saved meanwhile, and asks field by field. */
function Clash({ all, onChoose }: { all: Difference[]; onChoose: (field: Field, keep: Difference['keep']) => void }) {
  const { t } = useTranslation()
  const show = (field: Field, value: string) => (value && words[field] ? t(`account.${field}_${value}`) : value || missing)
  return (
    <>
      <Alert type="warning" showIcon title={t('account.clash')} description={t('account.clash_choose')} />
      <table className="clash">
        <thead><tr><td /><th scope="col">{t('account.clash_mine')}</th><th scope="col">{t('account.clash_theirs')}</th></tr></thead>
        <tbody>{all.map(({ field, keep, ...values }) => (
          <tr key={field}>
            <th scope="row">{t(`account.${field}`)}</th>
            {(['mine', 'theirs'] as const).map((whose) => (
              <td key={whose}><Radio checked={keep === whose} onChange={() => onChoose(field, whose)}>
                <span className="unseen">{t(whose === 'mine' ? 'account.keep_mine' : 'account.take_theirs')}</span>{show(field, values[whose])}
              </Radio></td>
            ))}
          </tr>
        ))}</tbody>
      </table>
    </>
  )
}

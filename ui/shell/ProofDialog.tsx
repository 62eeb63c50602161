import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Problem, take } from '../api'
import { Fault } from '../Fault'
import { Me } from '../me'
import { send, type Why } from '../proof'

interface Props {
  why: Why
  onDone: (shown: boolean) => void
}

interface Shown {
  word: string
  code?: string
}

/** ProofDialog asks for the password, or a code that does as well; nothing of the screen behind is lost. */
export default function ProofDialog({ why, onDone }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Shown>()
  const { login, name } = useContext(Me)
  const again = why === 'again'
  const either = useQuery({ queryKey: ['me', 'proof'], queryFn: async () => take(await api.GET('/api/me/proof')).code, enabled: !again, gcTime: 0 }).data
  const show = useMutation({
    mutationFn: async ({ word, code }: Shown) => {
      const problem = await send(!again && either && isCode(word) ? { code: word } : { login, password: word, code })
      if (problem) throw problem
    },
    onSuccess: () => onDone(true),
  })
  const key = (show.error as Partial<Problem> | null)?.key
  const coded = again && (key === 'identity.code_wanted' || key === 'identity.bad_code')
  return (
    <Modal open title={again ? t('ui.again') : t('ui.prove')} okText={again ? t('ui.sign_in') : t('ui.go_on')} width={400}
      onOk={form.submit} onCancel={() => onDone(false)} confirmLoading={show.isPending} mask={{ closable: false }} destroyOnHidden>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(shown) => show.mutate(shown)}>
        <p className="second lead">{again ? t('ui.again_why', { name }) : t('ui.prove_why')}</p>
        <Form.Item name="word" label={either ? t('ui.word_or_code') : t('ui.word')} rules={[{ required: true, message: t('ui.word_missing') }]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={1000} />
        </Form.Item>
        {coded && (
          <Form.Item name="code" label={t('ui.code')} rules={[{ required: true, message: t('ui.code_missing') }]}>
            <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={40} />
          </Form.Item>
        )}
        {key !== 'identity.code_wanted' && <Fault error={show.error} />}
      </Form>
    </Modal>
  )
}

/** isCode tells a code from a password, which is longer. */
const isCode = (word: string) => /^\d{3} ?\d{3}$/.test(word.trim())

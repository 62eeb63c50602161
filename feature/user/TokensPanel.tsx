import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import { useGrants } from './grants'
import { revoke, type Token, useMine, useTokens } from './mine'
import { TokenForm } from './TokenForm'

/** TokensPanel lists what lets programs in on the user's behalf, and revokes it. */
export function TokensPanel() {
  const { t } = useTranslation()
  const phone = usePhone()
  const { time } = useFigures()
  const tokens = useTokens()
  const drop = useMine(revoke)
  const { word } = useGrants()
  const [adding, add] = useState(false)
  const machine = (token: Token) => tokens.data?.accounts.find((a) => a.id === token.for)?.name
  const ends = (token: Token) => (new Date(token.expires) < new Date() ? <StateChip state="blocked">{t('user.expired')}</StateChip> : time(token.expires))
  const used = (token: Token) => (token.used ? time(token.used) : t('user.never'))
  return (
    <Panel title={t('user.tokens')} extra={<Button size="small" icon={<PlusOutlined />} disabled={!tokens.data} onClick={() => add(true)}>{t('user.token_add')}</Button>}>
      <Fault error={tokens.error ?? drop.error} onRetry={() => void tokens.refetch()} />
      <Table size="small" pagination={false} rowKey="id" loading={!tokens.data} dataSource={tokens.data?.tokens} locale={{ emptyText: <span className="third">{t('user.tokens_none')}</span> }}
        columns={[
          { title: t('user.token'), render: (_, k) => <><b>{k.name}</b> {machine(k) && <PlainChip>{machine(k)}</PlainChip>}<div className="third">{k.grants.map(word).join(t('user.and'))}</div>{phone && <div className="third">{t('user.used')} {used(k)} · {t('user.expires')} {ends(k)}</div>}</> },
          ...(phone ? [] : [{ title: t('user.used'), width: 170, render: (_: unknown, k: Token) => used(k) }, { title: t('user.expires'), width: 170, render: (_: unknown, k: Token) => ends(k) }]),
          { title: <span className="unseen">{t('ui.actions')}</span>, width: 80, align: 'right', render: (_, k) => (
            <Popconfirm title={t('user.revoke_ask', { name: k.name })} onConfirm={() => drop.mutate(k.id)}>
              <Button type="link" size="small" danger>{t('user.revoke')}</Button>
            </Popconfirm>
          ) },
        ]} />
      {adding && tokens.data && <TokenForm tokens={tokens.data} onClose={() => add(false)} />}
    </Panel>
  )
}

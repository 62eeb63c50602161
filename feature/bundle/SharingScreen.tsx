import './bundle.css'
import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { AgreeForm } from './AgreeForm'
import { ShareForm } from './ShareForm'
import { type Agreement, type Sharings, useEnd, useSharings, useShelf } from './server'

const look = { waiting: 'ask', agreed: 'ok', refused: 'blocked', ended: 'blocked' } as const

/** SharingScreen shows what partners may be told of customers, and which lists were made. */
export default function SharingScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch } = useSharings()
  const shelf = useShelf()
  const named = (id: string) => shelf.data?.partners.find((p) => p.id === id)?.name ?? ''
  const [agreeing, agree] = useState(false)
  const ask = may('sharing:write') && (shelf.data?.partners.length ?? 0) > 0 && <Button size="small" icon={<PlusOutlined />} onClick={() => agree(true)}>{t('bundle.agree')}</Button>
  return (
    <div className="stack">
      <PageHead title={t('bundle.sharing')} note={t('bundle.sharing_says')}><Link to="/bundles">{t('bundle.bundles')}</Link></PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : <>
        <Panel title={t('bundle.agreements')} extra={data.agreements.length > 0 && ask}>
          {data.agreements.length === 0 ? <Empty action={ask}>{t('bundle.no_agreements')}</Empty> : data.agreements.map((a) => <One key={a.id} agreement={a} partner={named(a.partner)} />)}
        </Panel>
        <Panel title={t('bundle.lists')} subtitle={t('bundle.lists_say')}>
          {data.lists.length === 0 ? <Empty>{t('bundle.no_lists')}</Empty> : <Lists sharings={data} named={named} />}
        </Panel>
      </>}
      {agreeing && shelf.data && <AgreeForm partners={shelf.data.partners} onDone={() => agree(false)} />}
    </div>
  )
}

function One({ agreement: a, partner }: { agreement: Agreement; partner: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const end = useEnd()
  const [sharing, share] = useState(false)
  return (
    <article className="bundle-one">
      <header>
        <b>{partner}</b><StateChip state={look[a.state]}>{t(`bundle.state_${a.state}`)}</StateChip>
        <span className="third">{a.from} – {a.until}</span>
        {a.state === 'agreed' && may('sharing:export') && <Button size="small" onClick={() => share(true)}>{t('bundle.share')}</Button>}
        {a.state === 'agreed' && may('sharing:write') && <Popconfirm title={t('bundle.end_sure')} okText={t('bundle.end_it')} cancelText={t('bundle.cancel')} onConfirm={() => end.mutate(a)}><Button size="small" type="link">{t('bundle.end_it')}</Button></Popconfirm>}
      </header>
      <p>{a.purpose}<span className="third"> · {t('bundle.basis')}{t('bundle.colon')}{a.basis}</span></p>
      <p className="third">{t('bundle.told')}{t('bundle.colon')}{a.fields.map((f) => t(`bundle.field_${f}`)).join(t('bundle.comma'))}</p>
      <Fault error={end.error} />
      {sharing && <ShareForm agreement={a.id} onDone={() => share(false)} />}
    </article>
  )
}

function Lists({ sharings, named }: { sharings: Sharings; named: (id: string) => string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { count } = useFigures()
  const { name } = usePeople()
  const partner = (agreement: string) => named(sharings.agreements.find((a) => a.id === agreement)?.partner ?? '')
  return (
    <div className="bundle-scroll" tabIndex={0} role="group" aria-label={t('bundle.lists')}>
      <table className="bundle-rows">
        <thead><tr><th scope="col">{t('bundle.made')}</th><th scope="col">{t('bundle.partner')}</th><th scope="col">{t('bundle.which')}</th><th scope="col" className="number">{t('bundle.selected')}</th><th scope="col" className="number">{t('bundle.shared')}</th><th scope="col">{t('bundle.by')}</th><th /></tr></thead>
        <tbody>
          {sharings.lists.map((l) => (
            <tr key={l.id}>
              <td>{l.made}</td><td>{partner(l.agreement)}</td><td>{[l.region, l.industry].filter(Boolean).join(' · ') || t('bundle.everybody')}</td>
              <td className="number">{count(l.selected)}</td><td className="number">{count(l.shared)}</td><td>{name(l.by)}</td>
              <td>{may('sharing:export') && <a href={`/api/sharing/lists/${l.id}/export`}>{t('bundle.export')}</a>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { usePeople } from '../../ui/people'
import { Slot } from '../../ui/Slot'
import { Course } from './Course'
import { Deciding } from './Deciding'
import { Rows } from './Rows'
import { useDetail } from './server'
import { type Detail, states } from './wire'
import { useAmount, useTime, useWords } from './words'

/** ApprovalDrawer shows one proposal, and lets the user decide. */
export function ApprovalDrawer({ id, onGo }: { id: string; onGo: (id: string) => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <Drawer open={!!id} onClose={() => onGo('')} size={phone ? '100%' : 560} title={t('approval.approvals')} destroyOnHidden className="approval-drawer">
      {id && <One key={id} id={id} onGo={onGo} />}
    </Drawer>
  )
}

function One({ id, onGo }: { id: string; onGo: (id: string) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const found = useDetail(id)
  const p = found.data
  if (found.error) return <Fault error={found.error} onRetry={() => void found.refetch()} />
  if (!p) return <Waiting rows={8} />
  return (
    <article className="approval">
      <h2>{words.asks(p)}</h2>
      <Facts proposal={p} />
      <Slot name="approval.card" proposal={p} />
      <section className="approval-does">
        <h3>{t('approval.what_happens')}</h3>
        <p>{words.does(p)}</p>
      </section>
      <Deciding proposal={p} />
      <section>
        <h3>{t('approval.told')}</h3>
        <Course proposal={p} />
      </section>
      <section>
        <h3>{t('approval.earlier')}</h3>
        {p.earlier.length === 0 ? <p className="third">{t('approval.earlier_none')}</p> : <Rows rows={p.earlier} onOpen={(row) => onGo(row.id)} />}
      </section>
    </article>
  )
}

function Facts({ proposal: p }: { proposal: Detail }) {
  const { t } = useTranslation()
  const words = useWords()
  const { name } = usePeople()
  const time = useTime()
  const amount = useAmount()
  return (
    <>
      <p className="approval-marks">
        <StateChip state={states[p.state]}>{t(`approval.${p.state}`)}</StateChip>
        <PlainChip>{words.kind(p.kind)}</PlainChip>
        {p.of > 1 && <PlainChip outlined>{t('approval.step_of', { step: Math.min(p.step + 1, p.of), of: p.of })}</PlainChip>}
        {p.link && <Link to={p.link}>{t('approval.screen')}</Link>}
      </p>
      <dl className="approval-facts">
        {amount(p) && <><dt>{t('approval.amount')}</dt><dd>{amount(p)}</dd></>}
        <dt>{t('approval.by')}</dt><dd>{!p.by ? t('approval.by_program') : p.for ? t('approval.by_for', { by: name(p.by), for: name(p.for) }) : name(p.by)} <span className="third">{time(p.at)}</span></dd>
        {p.reason && <><dt>{t('approval.reason')}</dt><dd>{p.reason}</dd></>}
        {p.evidence && <><dt>{t('approval.evidence')}</dt><dd>{p.evidence}</dd></>}
        {p.state === 'proposed' && <><dt>{t('approval.due')}</dt><dd>{time(p.due)}</dd></>}
      </dl>
      {p.state === 'proposed' && !!p.effect && <p className="approval-wait">{t('approval.effect_why', { at: time(p.effect) })}</p>}
    </>
  )
}

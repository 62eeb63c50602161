import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { useFigures } from '../../ui/figures'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { DoForm } from './DoForm'
import type { Board } from './server'

type Deal = Slots['opportunity.panel']['deal']

/** Actions are what is done for a deal; all of them are done before it is reviewed. */
export function Actions({ deal, board: { actions, live } }: { deal: Deal; board: Board }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  const { name } = usePeople()
  const may = useMay()
  const [doing, open] = useState(false)
  if (!deal.account) return null
  return (
    <section>
      <h3>{t('campaign.actions')}</h3>
      {actions.length === 0 && <p className="third">{t('campaign.no_actions')}</p>}
      <ul className="campaign-actions">
        {actions.map((a) => (
          <li key={a.id} className={a.done ? 'third' : undefined}>
            {a.done ? <s>{a.title}</s> : a.title} <span className="third">{name(a.owner)}</span> <span className={a.late ? 'campaign-gap' : 'third'}>{day(a.due)}</span>
          </li>
        ))}
      </ul>
      <p className="campaign-foot">
        {live && may('action:write') && <Button size="small" onClick={() => open(true)}>{t('campaign.do')}</Button>}
        {actions.length > 0 && <Link to={'/plans/actions' as never}>{t('campaign.to_actions')}</Link>}
      </p>
      {doing && <DoForm deal={deal.id} account={deal.account} owner={deal.owner} onDone={() => open(false)} />}
    </section>
  )
}

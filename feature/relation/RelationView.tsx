import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { AdvicePanel } from './AdvicePanel'
import { LayersPanel } from './LayersPanel'
import type { RelationMap } from './map'
import { Canvas, MapPanel } from './MapPanel'
import { MeasuresPanel } from './MeasuresPanel'
import { PersonPane } from './PersonPane'
import { RolesPanel } from './RolesPanel'
import { useRelations } from './server'
import { useDraft } from './useDraft'
import { Roles } from './words'

interface Props {
  account: string
  /** leads to the list with numbers and addresses */
  onContacts: () => void
}

/** RelationView is the map of an account's people, with what it says about us and what it advises. */
export default function RelationView({ account, onContacts }: Props) {
  const read = useRelations(account)
  const phone = usePhone()
  useEffect(() => { if (!phone) void Canvas.preload() }, [phone])
  if (!read.data) return read.error ? <Fault error={read.error} onRetry={() => void read.refetch()} /> : <Waiting rows={12} />
  return <Roles value={read.data.roles}><Page account={account} read={read.data} onContacts={onContacts} /></Roles>
}

function Page({ account, read, onContacts }: Props & { read: RelationMap }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const [{ person }, go] = useAddress({ person: '' })
  const [lit, light] = useState<string[]>([])
  const draft = useDraft(read)
  const open = useMemo(() => (id: string) => go({ person: id }), [go])
  const about = draft.map.people.find((p) => p.id === person)
  const stale = draft.count > 0 ? t('relation.before_changes') : undefined
  return (
    <div className="map">
      <div>{read.subject && <ForDeal account={account} />}<MapPanel account={account} draft={draft} lit={lit} onOpen={open} onContacts={onContacts} /></div>
      <div>
        <MeasuresPanel account={account} map={read} note={stale} />
        <AdvicePanel account={account} map={read} onOpen={open} onLight={phone ? undefined : light} />
        <RolesPanel map={read} onOpen={open} />
        <LayersPanel map={read} />
      </div>
      {about && <PersonPane key={about.id} account={account} person={about} draft={draft} onOpen={open} onClose={() => go({ person: '' })} />}
    </div>
  )
}

/** ForDeal says that people are judged for a deal here, and leads back to the map of the account. */
function ForDeal({ account }: { account: string }) {
  const { t } = useTranslation()
  return <p className="panel-note">{t('relation.for_deal')} <Link to="/accounts/$id" params={{ id: account } as never} search={{ tab: 'contact.relations' } as never}>{t('relation.of_whole')}</Link></p>
}

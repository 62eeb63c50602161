import './method.css'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Differences } from './Differences'
import { useComparison, useMethod } from './server'

type Proposal = Slots['approval.card']['proposal']

/** ProposalCard shows, inside a proposal to change a method, what would change. */
export default function ProposalCard({ proposal }: { proposal: Proposal }) {
  const said = (name: string) => proposal.args.find((arg) => arg.name === name)?.text ?? ''
  const told = proposal.state === 'proposed' || proposal.state === 'approved'
  if (proposal.kind !== 'method.change' || !told) return null
  return <Changes id={said('id')} version={Number(said('version'))} open={proposal.state === 'proposed'} />
}

// While it is open it is the draft; approved, it is the version that it asked for. Refused or withdrawn, the draft may be another by now.
function Changes({ id, version, open }: { id: string; version: number; open: boolean }) {
  const { t } = useTranslation()
  const method = useMethod(id)
  const found = useComparison(id, version - 1, open ? 0 : version, true)
  if (!method.data || !found.data) return null
  return <section><h3>{t('method.what_changes')}</h3><Differences method={method.data} changes={found.data.changes} /></section>
}

import './development.css'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { Slot } from '../../ui/Slot'
import { ContactPanel } from './ContactPanel'
import { InvolvementPanel } from './InvolvementPanel'
import { useSheet } from './server'
import { SquarePanel } from './SquarePanel'
import { StagePanel } from './StagePanel'
import { SupplierPanel } from './SupplierPanel'
import { TeamPanel } from './TeamPanel'

/** DevelopmentTab answers how far we have come with an account, what is missing for the next stage, and whether it is worth it. */
export default function DevelopmentTab({ account }: { account: string }) {
  const { data: sheet, error, refetch } = useSheet(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Waiting rows={10} />
  return (
    <div className="development">
      <StagePanel sheet={sheet} />
      <ContactPanel sheet={sheet} />
      <div className="development-pair">
        <SupplierPanel key={`supplier ${sheet.supplier.judgement.version}`} sheet={sheet} />
        <InvolvementPanel key={`involvement ${sheet.involvement.judgement.version}`} sheet={sheet} />
        <SquarePanel sheet={sheet} />
        <TeamPanel sheet={sheet} />
      </div>
      <Slot name="development.panel" account={account} />
    </div>
  )
}

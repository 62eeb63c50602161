import './collection.css'
import SaidPanel from './SaidPanel'
import StepsPanel from './StepsPanel'

/** AccountMoney is what was said and done about an account's money, on its page. */
export default function AccountMoney({ account }: { account: string }) {
  return <div className="collection-two"><SaidPanel account={account} /><StepsPanel account={account} /></div>
}

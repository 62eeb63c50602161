import { Fault } from '../../ui/Fault'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { useHistory } from './server'

/** CadenceWhy says why an account is due when it is. */
export function CadenceWhy({ account }: { account: string }) {
  const { data, error, refetch } = useHistory(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return data ? <Reasoned why={data.why} stand={data.today} /> : <Waiting rows={4} />
}

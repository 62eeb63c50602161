import { useQueryClient } from '@tanstack/react-query'
import { PersonForm } from './PersonForm'

/** NewPerson asks for somebody new on the map, which then looks again. */
export default function NewPerson({ account, onClose }: { account: string; onClose: () => void }) {
  const queries = useQueryClient()
  const close = () => {
    void queries.invalidateQueries({ queryKey: ['relations', account] })
    onClose()
  }
  return <PersonForm account={account} onClose={close} />
}

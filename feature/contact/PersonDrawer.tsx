import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../../ui/media'
import { usePerson } from './people'
import PersonFile from './PersonFile'

/** PersonDrawer is all that the user may know of somebody at a customer. */
export function PersonDrawer({ account, id, onClose }: { account: string; id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const person = usePerson(id)
  return (
    <Drawer open onClose={onClose} size={phone ? '100%' : 560} title={person.data?.name ?? t('contact.contacts')} className="person-drawer">
      <PersonFile account={account} contact={id} onChange={() => undefined} onGone={onClose} />
    </Drawer>
  )
}

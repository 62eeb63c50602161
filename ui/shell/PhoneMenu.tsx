import { Drawer, Flex } from 'antd'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Me } from '../me'
import { useLeave } from './leave'
import { Menu } from './Menu'
import { LanguageSwitch, ThemeSwitch } from './TopBar'

/** PhoneMenu is everything that the bars of a phone have no room for. */
export default function PhoneMenu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { name } = useContext(Me)
  const leaving = useLeave()
  return (
    <Drawer open onClose={onClose} placement="left" size={260} title={name} className="phone-menu">
      <Menu onGo={onClose} />
      <Flex gap="small" align="center" wrap>
        <LanguageSwitch />
        <ThemeSwitch />
        <a href="/me">{t('ui.mine')}</a>
        <a href="/password">{t('ui.password')}</a>
        <button type="button" className="link" onClick={leaving.go}>{t('ui.sign_out')}</button>
        {leaving.form}
      </Flex>
    </Drawer>
  )
}

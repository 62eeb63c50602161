import { MenuOutlined, MoonOutlined, SearchOutlined, SunOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Segmented } from 'antd'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../api'
import { PlainChip } from '../kit/Chip'
import { Me } from '../me'
import { useMode } from '../mode'
import { Slot } from '../Slot'
import { type Language, speak } from '../text'
import { useLeave } from './leave'

interface Props {
  onSearch: () => void
  onHelp: () => void
}

/** TopBar is the same on every screen: search, notices, language, theme, me. */
export function TopBar({ onSearch, onHelp }: Props) {
  const { t } = useTranslation()
  return (
    <header className="top">
      <button type="button" className="top-search" onClick={onSearch}>
        <SearchOutlined />
        <span>{t('ui.search_hint')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <i className="grow" />
      <DemoMark />
      <Slot name="shell.bar" />
      <LanguageSwitch />
      <ThemeSwitch />
      <MeMenu onHelp={onHelp} />
    </header>
  )
}

/** PhoneBar keeps what a thumb needs; the rest is behind the menu. */
export function PhoneBar({ title, onSearch, onMenu }: { title: string; onSearch: () => void; onMenu: () => void }) {
  const { t } = useTranslation()
  return (
    <header className="phone-top">
      <Button type="text" icon={<MenuOutlined />} aria-label={t('ui.menu')} onClick={onMenu} />
      <b className="grow">{title}</b>
      <DemoMark />
      <Button type="text" icon={<SearchOutlined />} aria-label={t('ui.search')} onClick={onSearch} />
      <Slot name="shell.bar" />
    </header>
  )
}

/** DemoMark says that everything here is made up, where it is. */
function DemoMark() {
  const { t } = useTranslation()
  const { demo } = useContext(Me)
  return demo && <PlainChip outlined><span title={t('ui.demo_why')}>{t('ui.demo')}</span></PlainChip>
}

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const change = async (language: Language) => {
    await speak(language)
    take(await api.PUT('/api/me/language', { body: { language } }))
  }
  return (
    <Segmented<Language>
      size="small"
      aria-label={t('ui.language')}
      options={[{ value: 'zh-CN', label: '中' }, { value: 'en', label: 'EN' }]}
      value={i18n.language as Language}
      onChange={(language) => void change(language)}
    />
  )
}

export function ThemeSwitch() {
  const { t } = useTranslation()
  const [mode, setMode] = useMode()
  const other = mode === 'dark' ? 'light' : 'dark'
  return (
    <Button type="text" icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
      aria-label={other === 'dark' ? t('ui.dark') : t('ui.light')} onClick={() => setMode(other)} />
  )
}

function MeMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const { name } = useContext(Me)
  const go = useNavigate()
  const leaving = useLeave()
  const act: Record<string, () => void> = { keys: onHelp, mine: () => void go({ to: '/me' }), password: () => location.assign('/password'), leave: leaving.go }
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: [{ key: 'keys', label: t('ui.keys') }, { key: 'mine', label: t('ui.mine') }, { key: 'password', label: t('ui.password') }, { type: 'divider' }, { key: 'leave', label: t('ui.sign_out') }], onClick: ({ key }) => act[key]?.() }}>
        <button type="button" className="me" aria-haspopup="menu" title={t('ui.me', { name })}>
          <i className="avatar" aria-hidden="true">{initial(name)}</i>
          <span>{name}</span>
        </button>
      </Dropdown>
      {leaving.form}
    </>
  )
}

const initial = (name: string) => [...name][0]?.toUpperCase()

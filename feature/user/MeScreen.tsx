import { useTranslation } from 'react-i18next'
import { PageHead } from '../../ui/kit/PageHead'
import { Slot } from '../../ui/Slot'
import { FactorPanel } from './FactorPanel'
import { LinksPanel } from './LinksPanel'
import { SessionsPanel } from './SessionsPanel'
import { TokensPanel } from './TokensPanel'
import './user.css'

/** MeScreen is how its user signs in: his second factor, where he is signed in, his tokens, and what others let him set. */
export default function MeScreen() {
  const { t } = useTranslation()
  return (
    <div className="users stack">
      <PageHead title={t('user.mine')} />
      <FactorPanel />
      <SessionsPanel />
      <LinksPanel />
      <TokensPanel />
      <Slot name="me.panel" />
    </div>
  )
}

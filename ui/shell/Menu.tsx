import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type Entry, features } from '../feature'
import { useMay } from '../me'

/** useEntries are the places this user may go to, in the order of the menu. */
export function useEntries() {
  const may = useMay()
  return features.flatMap((f) => f.menu ?? []).filter((e) => may(e.grant)).sort((a, b) => a.order - b.order)
}

/** Menu leads to every place; methods, data and settings stand below a line. */
export function Menu({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation()
  const entries = useEntries()
  const item = (entry: Entry) => <li key={entry.path}><Place {...entry} onGo={onGo} /></li>
  const upper = entries.filter((e) => e.order < 100), lower = entries.filter((e) => e.order >= 100)
  return (
    <nav className="menu" aria-label={t('ui.menu')}>
      <ul>{upper.map(item)}</ul>
      {lower.length > 0 && <ul>{lower.map(item)}</ul>}
    </nav>
  )
}

/** Place is a link with its icon; it knows whether the user is there. */
export function Place({ path, icon: Icon, title, badge: Badge, onGo }: Entry & { onGo?: () => void }) {
  const { t } = useTranslation()
  return (
    <Link to={path} onClick={onGo} preload="intent" activeProps={{ 'aria-current': 'page' }}>
      <Icon />
      <span>{t(title)}</span>
      {Badge && <Suspense><Badge /></Suspense>}
    </Link>
  )
}

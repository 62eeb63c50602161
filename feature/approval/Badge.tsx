import { useWaiting } from './server'

/** Badge is how many proposals the user could decide, beside the menu's word. */
export default function Badge() {
  const decide = useWaiting().data?.decide
  return decide ? <b className="menu-badge">{decide}</b> : null
}

import { LevelChip } from './LevelChip'
import { useBadges } from './server'

/** CardChip says beside the name of an account which card it holds, if any. */
export default function CardChip({ account }: { account: string }) {
  const held = useBadges().data?.find((badge) => badge.account === account)
  return held ? <LevelChip level={held.level} /> : null
}

import './card.css'
import { CrownOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { PlainChip } from '../../ui/kit/Chip'
import type { Level } from './server'

/** LevelChip names the card that an account holds. */
export function LevelChip({ level }: { level: Level }) {
  const { t } = useTranslation()
  return <PlainChip outlined><CrownOutlined className={`card-level card-${level}`} aria-hidden="true" /> {t(`card.${level}`)}</PlainChip>
}

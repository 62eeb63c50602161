import type { Stance } from './map'

/** Sign is the mark of an attitude: + supports, ○ is neutral, − opposes, ? is unknown. */
export function Sign({ stance, size = 16 }: { stance: Stance; size?: number }) {
  return (
    <svg className="map-sign emblem" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="8" fill={`var(--attitude-${stance})`} />
      {stance === 'unknown' && <text x="8" y="11.6" textAnchor="middle" fontSize="10.5" fontWeight="700" fill="var(--surface)">?</text>}
      {stance === 'neutral' && <circle cx="8" cy="8" r="3" fill="none" stroke="var(--surface)" strokeWidth="1.8" />}
      {stance === 'support' && <path d="M8 4v8M4 8h8" stroke="var(--surface)" strokeWidth="2" />}
      {stance === 'oppose' && <path d="M4 8h8" stroke="var(--surface)" strokeWidth="2" />}
    </svg>
  )
}

/** Dots is closeness, from 1 to 5. */
export function Dots({ count, label }: { count: number; label: string }) {
  return <span className="map-dots" role="img" aria-label={`${label} ${count}/5`}>{[1, 2, 3, 4, 5].map((i) => <i key={i} className={i <= count ? 'on' : ''} />)}</span>
}

/** Bars is power, from 1 to 5. */
export function Bars({ count, label }: { count: number; label: string }) {
  return <span className="map-bars" role="img" aria-label={`${label} ${count}/5`}>{[1, 2, 3, 4, 5].map((i) => <i key={i} className={i <= count ? 'on' : ''} />)}</span>
}

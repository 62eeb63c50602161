/** Mark is the sign of the product: 二 as two bars, the short above the long. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5.5" fill="var(--accent)" />
      <rect x="9.6" y="6.4" width="4.8" height="3" rx=".6" fill="var(--surface)" />
      <rect x="4" y="14.4" width="16" height="3" rx=".6" fill="var(--surface)" />
    </svg>
  )
}

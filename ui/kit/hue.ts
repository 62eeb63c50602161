// In which colours a result is drawn: classes are ochre, tiers purple, and what has no scale is grey.
const classes = ['A', 'B', 'C', 'VIP'], tiers = ['MAJOR', 'NAMED', 'NONNAMED', 'MASS']

/** hueOf is the hue of a result such as abc.A, pyramid.major or evaluation.tier_MAJOR. */
export function hueOf(key: string) {
  const step = key.split(/[._]/).at(-1) ?? ''
  const scale = classes.includes(step) ? `class-${step}` : tiers.includes(step.toUpperCase()) ? `tier-${step.toUpperCase()}` : ''
  return scale ? { fill: `var(--${scale})`, text: `var(--${scale}-text)`, tint: `var(--${scale}-tint)` } : { fill: 'var(--mute)', text: 'var(--second)', tint: 'var(--hover)' }
}

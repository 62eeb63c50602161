// Light or dark: the user's choice, else the device's; the colours as CSS variables on <html>.
import { useLayoutEffect } from 'react'
import { useKept } from './kept'
import { useMedia } from './media'
import { accent, attitude, font, heat, type Hue, klass, type Mode, neutral, state, tier } from './theme'

/** useMode is the mode and the way to change it. */
export function useMode(): [Mode, (mode: Mode) => void] {
  const dark = useMedia('(prefers-color-scheme: dark)')
  return useKept<Mode>('mode', dark ? 'dark' : 'light')
}

/** usePaint keeps the variables of <html> in step with the mode. */
export function usePaint(mode: Mode) {
  useLayoutEffect(() => {
    const html = document.documentElement
    html.dataset.mode = mode
    html.style.colorScheme = mode
    for (const [name, value] of Object.entries(variables(mode))) html.style.setProperty(name, value)
  }, [mode])
}

/** variables are the names under which CSS knows theme.ts: --page, --tier-MAJOR, --class-A-tint, --state-ok-text, --heat-3. */
export function variables(mode: Mode): Record<string, string> {
  const plain = { ...neutral[mode], accent: accent[mode], font, 'heat-on': heat[mode].on, 'heat-on-strong': heat[mode].onStrong }
  const named = Object.entries(plain).map(([name, value]) => ['--' + name, value])
  const steps = heat[mode].steps.map((value, i) => ['--heat-' + i, value])
  return Object.fromEntries([...named, ...steps, ...scale('tier', tier[mode]), ...scale('class', klass[mode]),
    ...scale('attitude', attitude[mode]), ...scale('state', state[mode])])
}

function scale(name: string, hues: Record<string, Hue>) {
  return Object.entries(hues).flatMap(([step, { fill, text, tint }]) => [
    [`--${name}-${step}`, fill], [`--${name}-${step}-text`, text], [`--${name}-${step}-tint`, tint],
  ])
}

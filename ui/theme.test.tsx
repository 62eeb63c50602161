// The promises of theme.ts: text can be read, marks can be told apart, also by
// people who see fewer colours. Of `unknown` only the word and the dashed outline count.
import { describe, expect, test } from 'vitest'
import { accent, attitude, heat, type Hue, klass, type Mode, neutral, state, tier } from './theme'

const modes: Mode[] = ['light', 'dark']
const scales = { tier, klass, attitude, state }

describe.each(modes)('in %s mode', (mode) => {
  const { surface, page, hover, text, second, third } = neutral[mode]
  const hues = Object.values(scales).flatMap((scale) => Object.entries(scale[mode]) as [string, Hue][])

  test.each(Object.entries({ text, second, third, accent: accent[mode] }))('%s can be read on every ground', (_, colour) => {
    for (const ground of [surface, page, hover]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(hues)('the word %s can be read on the surface and on its tint', (_, { text, tint }) => {
    expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(text, tint)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(hues.filter(([name]) => name !== 'unknown'))('the mark %s stands out from the surface', (_, { fill }) => {
    expect(contrast(fill, surface)).toBeGreaterThanOrEqual(3)
  })

  test('every step of the heat map carries its label', () => {
    const { steps, flip, on, onStrong } = heat[mode]
    steps.forEach((step, i) => expect(contrast(i >= flip ? onStrong : on, step)).toBeGreaterThanOrEqual(4.5))
  })

  const looks: [string, number[][] | undefined][] = [['everybody', undefined], ['protanopes', protan], ['deuteranopes', deutan], ['tritanopes', tritan]]
  test.each(looks)('the marks inside a scale differ for %s', (_, eye) => {
    for (const scale of [tier, klass, attitude, state]) {
      const fills = Object.entries(scale[mode] as Record<string, Hue>).filter(([name]) => name !== 'unknown').map(([, hue]) => lab(see(hue.fill, eye)))
      for (const [i, a] of fills.entries()) for (const b of fills.slice(i + 1)) expect(distance(a, b)).toBeGreaterThanOrEqual(13)
    }
  })
})

// Machado, Oliveira and Fernandes 2009, full severity, in linear RGB.
const protan = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
const deutan = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
const tritan = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]

function linear(hex: string) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
}

const dot = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * b[i]!, 0)

const luminance = (hex: string) => dot(linear(hex), [0.2126, 0.7152, 0.0722])

function contrast(a: string, b: string) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function see(hex: string, eye?: number[][]) {
  const light = linear(hex)
  return eye ? eye.map((row) => Math.min(1, Math.max(0, dot(row, light)))) : light
}

function lab(light: number[]) {
  const [x, y, z] = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    .map((row, i) => dot(row, light) / [0.9505, 1, 1.089][i]!)
    .map((v) => (v > 0.008856 ? Math.cbrt(v) : 7.787 * v + 16 / 116)) as [number, number, number]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const distance = (a: number[], b: number[]) => Math.hypot(...a.map((v, i) => v - b[i]!))

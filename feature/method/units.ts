// How the numbers of a configuration are read and typed: shares as per cent, amounts in the unit of the screen.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFigures, useUnit } from '../../ui/figures'
import type { Leaf } from './path'
import type { Field } from './wire'

export interface Scale {
  /** how many of what is stored make one of what is shown */
  scale: number
  suffix: string
}

/** useScale says how numbers of a unit are shown. */
export function useScale() {
  const { t, i18n } = useTranslation()
  const { unit: money } = useFigures()
  const [unit] = useUnit()
  const large = i18n.language === 'en' ? 1e8 : 1e6
  return useMemo(() => (of = ''): Scale => {
    if (of === 'amount') return { scale: unit === 'plain' ? 1e2 : large, suffix: money }
    if (of === 'share') return { scale: 0.01, suffix: '%' }
    if (of === 'weight') return { scale: 1, suffix: '%' }
    const key = `method.unit_${of}`
    return { scale: 1, suffix: i18n.exists(key) ? t(key) : '' }
  }, [unit, money, large, t, i18n])
}

/** shown is a stored number as it is typed; stored is the way back. Neither leaves the dust of binary fractions. */
export const shown = (value: number, { scale }: Scale) => steady(value / scale)
export const stored = (value: number, { scale }: Scale, whole: boolean) => (whole ? Math.round(value * scale) : steady(value * scale))

const steady = (value: number) => Number(value.toPrecision(12))

/** useWritten writes a single value of a field, with its unit unless that stands beside it. */
export function useWritten() {
  const { t, i18n } = useTranslation()
  const scaleOf = useScale()
  return (value: Leaf | undefined, field?: Pick<Field, 'type' | 'unit' | 'choices'>, bare = false) => {
    if (value === undefined || value === null || value === '') return missing
    if (typeof value === 'boolean') return t(value ? 'method.yes' : 'method.no')
    if (typeof value === 'string') return named(field, value, t)
    const scale = scaleOf(field?.unit)
    const figure = shown(value, scale).toLocaleString(i18n.language === 'en' ? 'en-GB' : i18n.language, { maximumFractionDigits: 6 })
    return figure.replace('-', '−') + (bare || !scale.suffix ? '' : scale.suffix === '%' ? '%' : ' ' + scale.suffix)
  }
}

function named(field: Pick<Field, 'choices'> | undefined, value: string, t: (key: string) => string) {
  const label = field?.choices?.find((c) => c.value === value)?.label
  return label ? t(label) : value
}

/** useFigure writes a figure of an explanation as people round it. */
export function useFigure() {
  const { t } = useTranslation()
  const figures = useFigures()
  return ({ unit, value, known }: { unit: string; value: number; known: boolean }) => {
    if (!known) return missing
    if (unit === 'amount') return `${figures.sum(value)} ${figures.unit}`
    if (unit === 'share') return figures.share(value)
    if (unit === 'days') return `${figures.count(value)} ${t('method.unit_days')}`
    return figures.decimal(value, Number.isInteger(value) ? 0 : 1)
  }
}

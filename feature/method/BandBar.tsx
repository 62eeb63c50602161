import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Edit } from './editing'
import { at } from './path'
import { scaleOf } from './scale'
import { useWritten } from './units'
import type { Field } from './wire'

// Labels nearer than this share of the axis would touch.
const near = 0.09

/** BandBar draws the bands between cuts; where a cut has moved, the old one stays as a grey tick. */
export function BandBar({ cuts }: { cuts: Field[] }) {
  const { t } = useTranslation()
  const { config, before } = useContext(Edit)
  const written = useWritten()
  const now = cuts.map((f) => ({ field: f, value: at(config, f.path), old: at(before, f.path) }))
  const values = now.map((c) => c.value).filter((v): v is number => typeof v === 'number')
  const old = now.flatMap((c) => (typeof c.old === 'number' && c.old !== c.value ? [c.old] : []))
  if (values.length < 2) return null
  const scale = scaleOf([...values, ...old], cuts[0]?.unit)
  const edges = [0, ...[...values].sort((a, b) => a - b).map(scale.place), 1]
  const label = t('method.bands_at', { cuts: values.map((v) => written(v, cuts[0])).join(', ') })
  return (
    <div className="bands" role="img" aria-label={label}>
      <div className="bands-bar">
        {edges.slice(1).map((edge, i) => <i key={i} style={{ width: `${Math.max(0, edge - edges[i]!) * 100}%`, background: `color-mix(in srgb, var(--class-B) ${Math.round(8 + (30 * i) / edges.length)}%, var(--surface))` }} />)}
        {old.map((v) => <u key={`old${v}`} className="old" style={{ left: `${scale.place(v) * 100}%` }} />)}
        {values.map((v, i) => <u key={i} style={{ left: `${scale.place(v) * 100}%` }} />)}
      </div>
      <div className="bands-axis">{values.map((v, i) => <span key={i} className={values.some((w, k) => k < i && Math.abs(scale.place(w) - scale.place(v)) < near) ? 'lower' : undefined} style={{ left: `${scale.place(v) * 100}%` }}>{written(v, cuts[0])}</span>)}</div>
      {scale.log && <small className="third">{t('method.log_axis')}</small>}
    </div>
  )
}

import { useTranslation } from 'react-i18next'

/** Shape draws how two companies touch: at one point, or along the whole side. */
export function Shape({ shape }: { shape: 'bow_tie' | 'diamond' }) {
  const { t } = useTranslation()
  const bow = shape === 'bow_tie'
  return (
    <svg className="development-shape emblem" viewBox="0 0 88 40" width="88" height="40" role="img" aria-label={t(`development.shape_${shape}`)}>
      <path d={bow ? 'M4 4 44 20 4 36z' : 'M42 4 4 20 42 36z'} className="ours" />
      <path d={bow ? 'M84 4 44 20 84 36z' : 'M46 4 84 20 46 36z'} className="theirs" />
    </svg>
  )
}

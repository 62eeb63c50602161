import { useTranslation } from 'react-i18next'

interface Dot {
  key: string
  name: string
  product: number
  involvement: number
}

interface Props {
  dots: Dot[]
  cut?: number
  chosen?: number
  onCell?: (cell: number) => void
}

/** at is where a mean from 1 to 5 stands, in per cent of the side. */
const at = (mean: number) => ((mean - 1) / 4) * 100

// from the upper left: simple product above complex work is cell 3
const cells = [3, 1, 4, 2] as const

/** Quadrant is the plane of product and involvement, its four cells and the accounts in it. */
export function Quadrant({ dots, chosen, onCell }: Props) {
  const { t } = useTranslation()
  return (
    <div className="development-quadrant" role="group" aria-label={t('involvement.name')}>
      {cells.map((cell) => onCell ? (
        <button key={cell} type="button" className={cell === chosen ? 'open' : undefined} aria-pressed={cell === chosen} onClick={() => onCell(cell === chosen ? 0 : cell)}>
          <b>{t(`involvement.cell_${cell}`)}</b><small>{t(`involvement.what_${cell}`)}</small>
        </button>
      ) : <div key={cell} className={cell === chosen ? 'open' : undefined}><b>{t(`involvement.cell_${cell}`)}</b><small>{t(`involvement.what_${cell}`)}</small></div>)}
      {dots.map((d) => <i key={d.key} title={d.name} style={{ left: `${at(d.product)}%`, bottom: `${at(d.involvement)}%` }} />)}
    </div>
  )
}

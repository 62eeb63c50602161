import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Matrix } from '../../ui/kit/Matrix'
import { Panel } from '../../ui/kit/Panel'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'

/** RfmPanel asks who bought lately and often, and where the money is. */
export function RfmPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="rfm" title={t('portfolio.rfm')}>{(answer, stale) => <HeatMap rfm={answer} stale={stale} />}</ModelPanel>
}

type Cell = Answer<'rfm'>['cells'][number]

function HeatMap({ rfm, stale }: { rfm: Answer<'rfm'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(rfm.currency)
  const { open } = useBehind()
  const most = Math.max(...rfm.cells.map((c) => c.share))
  const cell = (c: Cell) => ({
    key: `${c.r}${c.f}`,
    count: figures.count(c.count),
    caption: c.count === 0 ? '·' : c.share < 0.0005 ? `< ${figures.share(0.001)}` : figures.share(c.share),
    label: t('portfolio.rfm_cell', { r: c.r, f: c.f }),
    style: paint(step(c, most)),
  })
  const row = (r: number) => ({ name: String(r), cells: rfm.cells.filter((c) => c.r === r).sort((a, b) => a.f - b.f).map(cell) })
  const sheet = () => ({
    columns: ['R', 'F', t('portfolio.accounts'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.share')],
    rows: rfm.cells.map((c) => [c.r, c.f, c.count, c.amount / 100, figures.share(c.share)]),
  })
  return (
    <Panel title={t('portfolio.rfm')} subtitle={t('portfolio.rfm_says')} sheet={sheet} stale={stale}>
      <div className="matrix-box">
        <Matrix label={t('portfolio.rfm')} rows={[5, 4, 3, 2, 1].map(row)} columns={['1', '2', '3', '4', '5']} onOpen={(mark) => open('rfm', mark)} />
        <div className="legend">
          <span>{t('portfolio.rfm_axes')}</span>
          <i className="grow" />
          <span>{t('portfolio.share')}<span className="legend-scale">{[0, 1, 2, 3, 4, 5].map((s) => <i key={s} style={{ background: `var(--heat-${s})` }} />)}</span></span>
        </div>
      </div>
    </Panel>
  )
}

/** step is the shade of a cell: by the square root of its share, so that small ones differ too. */
export function step({ count, share }: { count: number; share: number }, most: number) {
  return count === 0 || share <= 0 ? 0 : Math.min(5, Math.floor(Math.sqrt(share / most) * 5.99))
}

const paint = (shade: number) => ({ background: `var(--heat-${shade})`, color: shade >= 4 ? 'var(--heat-on-strong)' : 'var(--heat-on)' })

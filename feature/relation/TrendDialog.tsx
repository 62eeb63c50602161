import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { Empty } from '../../ui/kit/Empty'
import { Waiting } from '../../ui/kit/Waiting'
import { useTrend } from './server'

/** TrendDialog shows how the figures of a map have moved, all on one scale up to 100. */
export default function TrendDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const { t } = useTranslation()
  const trend = useTrend(account)
  const points = trend.data ?? []
  const percent = (n: number | null | undefined) => (n == null ? null : Math.round(n * 1000) / 10)
  const series = [
    { name: t('relation.measure_support'), values: points.map((p) => percent(p.metrics.support)) },
    { name: t('relation.measure_closeness'), values: points.map((p) => p.metrics.closeness == null ? null : Math.round(p.metrics.closeness * 10) / 10) },
    { name: t('relation.measure_coverage'), values: points.map((p) => percent(p.metrics.coverage)) },
  ]
  const days = points.map((p) => p.on)
  return (
    <Modal open title={t('relation.trend')} footer={null} width={760} onCancel={onClose}>
      <Fault error={trend.error} onRetry={() => void trend.refetch()} />
      {trend.isPending && <Waiting rows={6} />}
      {trend.data && points.length < 2 && <Empty>{t('relation.trend_none')}</Empty>}
      {points.length > 1 && (
        <ChartPanel title={t('relation.trend_title')} subtitle={t('relation.trend_unit')} label={t('relation.trend_title')} height={280}
          sheet={() => ({ columns: [t('relation.day'), ...series.map((s) => s.name)], rows: days.map((day, i) => [day, ...series.map((s) => s.values[i] ?? null)]) })}
          drawing={{
            legend: {}, tooltip: { trigger: 'axis' }, xAxis: { type: 'category', data: days }, yAxis: { type: 'value', min: -100, max: 100 },
            series: series.map(({ name, values }, i) => ({ type: 'line' as const, name, data: values, symbol: ['circle', 'rect', 'triangle'][i], showSymbol: true, symbolSize: 6, lineStyle: { type: (['solid', 'dashed', 'dotted'] as const)[i] } })),
          }} />
      )}
    </Modal>
  )
}

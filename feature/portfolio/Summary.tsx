import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { Waiting } from '../../ui/kit/Waiting'
import { type Answer, useBehind, useModel } from './ask'

/** Summary is the strip of key figures; each leads to the accounts behind it. */
export function Summary() {
  const { data, error, stale, retry } = useModel('summary')
  if (error) return <Fault error={error} onRetry={retry} />
  return data ? <Strip summary={data} stale={stale} /> : <div className="key-figures"><Waiting rows={2} /></div>
}

function Strip({ summary: s, stale }: { summary: Answer<'summary'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(s.currency)
  const { open } = useBehind()
  const growth = s.before ? t('portfolio.growth', { change: figures.change((s.total - s.before) / s.before) }) : undefined
  return (
    <KeyFigures stale={stale} figures={[
      { title: t(s.measure === 'gross' ? 'portfolio.gross_in' : 'portfolio.sales_in', { unit: figures.unit }), value: figures.sum(s.total), note: growth },
      { title: t('portfolio.active'), value: figures.count(s.customers), note: t('portfolio.inactive', { count: figures.count(s.inactive) }) },
      { title: t('portfolio.top20', { count: figures.count(s.measured.n20) }), value: figures.share(s.measured.top20_share), note: t('portfolio.of_sales') },
      { title: t('portfolio.k80'), value: figures.count(s.measured.k80), note: t('portfolio.of_customers', { share: figures.share(s.measured.k80_part) }), onOpen: () => open('abc', 'A') },
      { title: t('portfolio.top1'), value: figures.share(s.measured.top1_share), note: s.measured.dependent ? <span className="soon">{t('portfolio.dependent')}</span> : t('portfolio.not_dependent') },
      { title: t('portfolio.hhi'), value: figures.count(s.measured.hhi * 10_000), note: concentration(s.measured.hhi, t) },
      { title: t('portfolio.key_accounts'), value: figures.count(s.keys), onOpen: () => open('register', 'all') },
      { title: t('portfolio.tray'), value: figures.count(s.tray), note: t('portfolio.tray_says'), onOpen: () => open('grid', 'tray') },
    ]} />
  )
}

// The usual limits of competition authorities.
function concentration(hhi: number, t: (key: string) => string) {
  return hhi < 0.15 ? t('portfolio.hhi_low') : hhi < 0.25 ? t('portfolio.hhi_medium') : t('portfolio.hhi_high')
}

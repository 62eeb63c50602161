import { useTranslation } from 'react-i18next'
import { missing } from '../../ui/figures'
import type { Rated } from './server'

/** Facts are how the companies of an industry buy. */
export function Facts({ industry: r }: { industry: Rated }) {
  const { t } = useTranslation()
  const entries: [string, string][] = [
    [t('industry.group'), r.group && t(`industry.value_${r.group}`)],
    [t('industry.central'), r.central && t(`industry.value_${r.central}`)],
    [t('industry.department'), r.department],
    [t('industry.mode'), r.mode && t(`industry.value_${r.mode}`)],
    [t('industry.note'), r.note],
  ]
  return <dl className="industry-facts">{entries.map(([title, value]) => <div key={title}><dt>{title}</dt><dd>{value || missing}</dd></div>)}</dl>
}

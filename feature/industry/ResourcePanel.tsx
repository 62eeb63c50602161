import { useTranslation } from 'react-i18next'
import { type Figures, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { GradeChip } from './Grade'
import type { Mix } from './server'

/** ResourcePanel sets what each grade is to get beside what it brings. */
export function ResourcePanel({ mix }: { mix: Mix }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const sheet = () => ({
    columns: [t('industry.grade'), t('industry.industries'), t('industry.guideline'), t('industry.revenue_share')],
    rows: mix.resources.map((r) => [t(`industry.${r.grade}`), r.industries, figures.share(r.guideline), figures.share(r.revenue)]),
  })
  return (
    <Panel title={t('industry.resources')} subtitle={t('industry.resources_say')} sheet={sheet}>
      <table className="industry-resources">
        <thead><tr><th scope="col">{t('industry.grade')}</th><th scope="col" className="number">{t('industry.industries')}</th><th scope="col">{t('industry.guideline')}</th><th scope="col">{t('industry.revenue_share')}</th></tr></thead>
        <tbody>
          {mix.resources.map((r) => (
            <tr key={r.grade}>
              <td><GradeChip grade={r.grade} /></td>
              <td className="number">{r.industries}</td>
              <td><Part of={r.guideline} figures={figures} /></td>
              <td><Part of={r.revenue} figures={figures} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Part({ of, figures }: { of: number | null; figures: Figures }) {
  return <>{figures.share(of, of !== null && Number.isInteger(of * 100) ? 0 : 1)}<i className="share"><i style={{ width: `${Math.max(0, Math.min(1, of ?? 0)) * 100}%` }} /></i></>
}

import './worth.css'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../ui/kit/PageHead'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Narrowed } from './Narrowed'
import { GroupsView } from './GroupsView'
import { LinesView } from './LinesView'
import { MovementsView } from './MovementsView'
import { useChoices, type Way, ways } from './server'

/** ContributionScreen asks what is really left of sales, by whom and by what, and why it moved. */
export default function ContributionScreen() {
  const { t } = useTranslation()
  const [{ by, view }, set] = useChoices()
  return (
    <div className="wide worth-screen">
      <PageHead title={t('worth.way')}>
        <Link to="/portfolio">{t('worth.back')}</Link>
        <UnitSwitch />
      </PageHead>
      <div className="worth-choices">
        <Segmented<Way> aria-label={t('worth.by')} value={by as Way} onChange={(by) => set({ by, group: '', sort: '', up: '' })} options={ways.map((value) => ({ value, label: t(`worth.by_${value}`) }))} />
        {by !== 'line' && (
          <Segmented aria-label={t('worth.view')} value={view} onChange={(view) => set({ view })} options={['parts', 'moves'].map((value) => ({ value, label: t(`worth.view_${value}`) }))} />
        )}
        <Narrowed />
      </div>
      {by === 'line' ? <LinesView /> : view === 'moves' ? <MovementsView /> : <GroupsView />}
    </div>
  )
}

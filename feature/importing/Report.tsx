import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { StateChip } from '../../ui/kit/Chip'
import { Counters } from './Counters'
import type { Import } from './wire'
import { shape, undoable } from './wizard'

interface Props {
  subject: Import
  undoing: boolean
  onUndo?: () => void
}

/** Report says how an import ended, and what can still be done about it. */
export function Report({ subject: { id, state, settings, check, kept, published_at }, undoing, onUndo }: Props) {
  const { t } = useTranslation()
  const { time } = useFigures()
  const deals = settings.kind === 'opportunities'
  const hours = state === 'published' && settings.kind !== 'rates' ? undoable(published_at) : 0
  return (
    <>
      {check && <Counters counts={check} />}
      <Panel title={t('importing.report')} subtitle={published_at > 0 && time(new Date(published_at / 1000).toISOString())} extra={<StateChip state={shape(state)}>{t(`importing.state_${state}`)}</StateChip>}>
        <p>{t(deals && state === 'published' ? 'importing.end_opportunities' : `importing.end_${state}`)}</p>
          <p className="report-ways">
          {state === 'published' && <Link to={(deals ? '/opportunities/review' : '/portfolio') as never}><Button type="primary">{t(deals ? 'importing.to_review' : 'importing.to_portfolio')}</Button></Link>}
          {check && check.rejected > 0 && <Button icon={<DownloadOutlined />} href={`/api/imports/${id}/errors`} download>{t('importing.trouble_file')}</Button>}
          {hours > 0 && onUndo && <Button loading={undoing} onClick={onUndo}>{t('importing.undo', { hours })}</Button>}
          <Link to={'/data' as never}><Button>{t('importing.another')}</Button></Link>
        </p>
      </Panel>
      {kept && kept.length > 0 && <Kept rows={kept} />}
    </>
  )
}

/** Kept names what stayed although the import was taken back: somebody has built upon it. */
function Kept({ rows }: { rows: NonNullable<Import['kept']> }) {
  const { t } = useTranslation()
  const sheet = () => ({ columns: [t('importing.kept_what'), t('importing.kept_why')], rows: rows.map((row) => [row.name, t(row.why)]) })
  return (
    <Panel title={t('importing.kept')} subtitle={t('importing.kept_says', { n: rows.length })} sheet={sheet}>
      <ul className="report-kept">{rows.map((row) => <li key={row.name + row.why}><b>{row.name}</b> <span className="second">{t(row.why)}</span></li>)}</ul>
    </Panel>
  )
}

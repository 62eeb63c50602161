import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { CoursePanel } from './CoursePanel'
import { SectionPanel } from './SectionPanel'
import { type Sheet, useHandover } from './server'
import { StateMark } from './StateMark'
import './handover.css'

/** PackScreen is everything that goes along with an account, on one page that can be printed. */
export default function PackScreen() {
  const { t } = useTranslation()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useHandover(id)
  if (!data) return <div className="wide">{error ? <Fault error={error} onRetry={() => void refetch()} /> : <Panel title={t('handover.handover')}><Waiting rows={8} /></Panel>}</div>
  return <Pack sheet={data} />
}

function Pack({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()
  const { date } = useFigures()
  const note = t(sheet.state === 'accepted' ? 'handover.pack_frozen' : 'handover.pack_live', { day: date(sheet.pack.on) })
  return (
    <div className="wide handover">
      <PageHead title={<Link to="/accounts/$id" params={{ id: sheet.account } as never}>{sheet.name}</Link>} note={<><StateMark handover={sheet} /> {note}</>}>
        {may('handover:export') && <Button icon={<DownloadOutlined />} href={`/api/handovers/${sheet.id}/export`}>{t('handover.export')}</Button>}
        <Button icon={<PrinterOutlined />} onClick={() => print()}>{t('handover.print')}</Button>
      </PageHead>
      <div className="handover-columns">
        <div className="stack">
          <Standing sheet={sheet} />
          {sheet.pack.sections.map((s) => <SectionPanel key={s.kind} section={s} />)}
        </div>
        <CoursePanel key={sheet.version} sheet={sheet} />
      </div>
    </div>
  )
}

/** Standing is how the account stands, in three figures. */
function Standing({ sheet: { pack } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  return (
    <Panel title={t('handover.pack')}>
      <dl className="handover-standing">
        {pack.stage > 0 && <div><dt>{t('handover.stage')}</dt><dd>{t('handover.stage_of', { stage: pack.stage })}</dd></div>}
        <div><dt>{t('handover.risk')}</dt><dd>{t(`handover.risk_${pack.risk || 'unknown'}`)}</dd></div>
        {pack.cadence > 0 && <div><dt>{t('handover.section_visits')}</dt><dd>{t('handover.cadence', { days: pack.cadence, due: day(pack.due) })}</dd></div>}
      </dl>
    </Panel>
  )
}

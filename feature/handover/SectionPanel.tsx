import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Section } from './server'

/** SectionPanel is one part of a pack, a line for each thing to know. */
export function SectionPanel({ section }: { section: Section }) {
  const { t } = useTranslation()
  return (
    <Panel title={t(`handover.section_${section.kind}`)} subtitle={section.lines.length > 0 && t('handover.lines', { count: section.lines.length })}>
      {section.lines.length === 0 ? <p className="handover-none third">{t('handover.none_section')}</p> : (
        <ul className="handover-lines">{section.lines.map((line, i) => <Line key={i} line={line} kind={section.kind} />)}</ul>
      )}
    </Panel>
  )
}

function Line({ line, kind }: { line: Section['lines'][number]; kind: Section['kind'] }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  const figures = [line.power && `${t('handover.power')} ${line.power}`, line.closeness && `${t('handover.closeness')} ${line.closeness}`, line.score && `${t('handover.score')} ${line.score}`].filter(Boolean)
  return (
    <li>
      <span className="third">{line.mark && t(line.mark)}</span>
      <div>
        <b>{line.title || t(line.mark)}</b> {figures.length > 0 && <span className="second">{figures.join(' · ')}</span>}
        {line.note && <p className="second">{line.note}</p>}
      </div>
      <span className="second">{line.who}</span>
      <span className={line.late ? 'soon number' : 'number'}>{line.on ? day(line.on) : ''}{line.late && ` ${t(kind === 'people' ? 'handover.stale' : 'handover.late')}`}</span>
    </li>
  )
}

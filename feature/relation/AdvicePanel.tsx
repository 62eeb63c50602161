import { CheckCircleFilled, ClockCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import type { Advice, RelationMap } from './map'
import { useWords } from './words'

interface Props {
  account: string
  map: RelationMap
  onOpen: (person: string) => void
  /** shows on the map whom an advice is about */
  onLight?: (people: string[]) => void
}

/** AdvicePanel is what the coaching rules say about this map, the gravest first, each with its reason and the next step. */
export function AdvicePanel({ account, map, onOpen, onLight }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const rules = may('method:read') && <Link to={'/methods/M60' as never} className="third">{t('relation.rules')}</Link>
  return (
    <Panel title={t('relation.advice')} subtitle={t('relation.advice_by_rules')} extra={rules}>
      {map.advice.length === 0 && <p className="third">{t(map.people.length ? 'relation.advice_none' : 'relation.advice_later')}</p>}
      <ul className="map-advice">{map.advice.map((a) => (
        <li key={a.rule} onMouseEnter={() => onLight?.(a.people)} onMouseLeave={() => onLight?.([])}><One account={account} advice={a} map={map} onOpen={onOpen} /></li>
      ))}</ul>
    </Panel>
  )
}

const tones: Record<Advice['severity'], string> = { alert: 'late', warn: 'soon', age: 'soon', good: 'second' }

function One({ account, advice, map, onOpen }: { account: string; advice: Advice; map: RelationMap; onOpen: (person: string) => void }) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const may = useMay()
  const own = i18n.language === 'en' ? advice.en : advice.zh
  const never = advice.condition === 'champion_silent' && advice.args.days <= 0
  const what = [...advice.layers.map(words.layer), ...advice.roles.map(words.role)].join(t('relation.comma'))
  const people = advice.people.flatMap((id) => map.people.find((p) => p.id === id) ?? [])
  return (
    <>
      <h3 className={tones[advice.severity]}><Mark severity={advice.severity} />{t(advice.key)}</h3>
      <p>{own || t(`${advice.key}_${never ? 'never' : 'do'}`, { ...advice.args })}{what && ` ${t('relation.about', { what })}`}</p>
      <p className="links">
        {may('visit:write') && visits.has(advice.condition) && <Link to={'/visits' as never} search={{ account, contact: advice.people[0] } as never}>{t(`relation.action_${advice.condition}`)}</Link>}
        {people.slice(0, 4).map((p) => <button key={p.id} type="button" className="link" onClick={() => onOpen(p.id)}>{p.name}</button>)}
        {people.length > 4 && <span className="third">+{people.length - 4}</span>}
      </p>
    </>
  )
}

/** visits are the conditions whose next step is to go there. */
const visits = new Set(['blocker', 'champion_silent', 'power_unmet', 'supporters_not_more'])

function Mark({ severity }: { severity: Advice['severity'] }) {
  const { t } = useTranslation()
  const label = t(`relation.severity_${severity}`)
  if (severity === 'good') return <CheckCircleFilled aria-label={label} style={{ color: 'var(--state-ok)' }} />
  return severity === 'age' ? <ClockCircleOutlined aria-label={label} /> : <WarningFilled aria-label={label} />
}

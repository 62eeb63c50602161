import './industry.css'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Why } from '../../ui/kit/Why'
import { Facts } from './Facts'
import { GradeChip } from './Grade'
import { Reasoned } from './Reasoned'
import { type Profile, useProfile } from './server'
import { useName } from './words'

/** AccountProfile is what the industry and the ownership of an account tell of it. */
export default function AccountProfile({ account }: { account: string }) {
  const { data, error, refetch } = useProfile(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return data ? <><Industry profile={data} /><Ownership hint={data.ownership} /></> : null
}

function Industry({ profile: { word, industry: r } }: { profile: Profile }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const name = useName()
  if (!r) return <Panel title={t('industry.profile')}><Empty>{word ? t('industry.word_unclassified', { word }) : t('industry.word_unsaid')}</Empty></Panel>
  const why = <Why label={name(r)} chip={<GradeChip grade={r.grade} />}>{() => <Reasoned why={r.why} stand={t('industry.name')} />}</Why>
  return (
    <Panel title={t('industry.profile')} subtitle={<Link to="/portfolio/industries" search={{ open: r.id } as never}>{name(r)}</Link>} extra={why}>
      <Facts industry={r} />
      {r.share !== null && <p className="third">{t('industry.guideline_of', { share: figures.share(r.share) })}</p>}
    </Panel>
  )
}

const scales = ['speed', 'chain', 'credit'] as const
const steps = [1, 2, 3, 4, 5]

function Ownership({ hint: h }: { hint: Profile['ownership'] }) {
  const { t } = useTranslation()
  const said = h.said && t(`account.ownership_${h.said}`, { defaultValue: h.said })
  if (!h.kind) return <Panel title={t('ownership.hints')}><Empty>{said ? t('ownership.no_hints', { said }) : t('ownership.rule_unknown')}</Empty></Panel>
  return (
    <Panel title={t('ownership.hints')} subtitle={t(`ownership.${h.kind}`)}>
      <dl className="industry-hints">
        {scales.map((scale) => (
          <div key={scale}>
            <dt>{t(`ownership.${scale}`)}</dt>
            <dd>
              <span className="industry-steps" aria-hidden="true">{steps.map((step) => <i key={step} className={step <= h[scale] ? 'on' : undefined} />)}</span>
              <b>{h[scale]}</b><span className="third">/ 5</span>
            </dd>
          </div>
        ))}
        <div><dt>{t('ownership.lead')}</dt><dd><b>{t('ownership.days', { count: h.lead })}</b></dd></div>
      </dl>
      <p className="second">{t(`ownership.tip_${h.kind}`)}</p>
      <p className="third">{t('ownership.rule_profile')}</p>
    </Panel>
  )
}

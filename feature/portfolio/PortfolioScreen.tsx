import './portfolio.css'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { useChoices, useModel } from './ask'
import { Behind } from './Behind'
import { Choices } from './Choices'
import { ContributionPanel } from './ContributionPanel'
import { EffortPanel } from './EffortPanel'
import { Evaluate } from './Evaluate'
import { GridPanel } from './GridPanel'
import { MatrixPanel } from './MatrixPanel'
import { AgreementPanel, MistakesPanel } from './MistakesPanel'
import { ParetoPanel } from './ParetoPanel'
import { Population } from './Population'
import { PyramidPanel } from './PyramidPanel'
import { RegisterPanel } from './RegisterPanel'
import { RfmPanel } from './RfmPanel'
import { Summary } from './Summary'
import { ValuesPanel } from './ValuesPanel'
import { SinglePanel, WorthPanel } from './WorthPanel'

/** PortfolioScreen answers which accounts carry the company, and why. */
export default function PortfolioScreen() {
  const { t } = useTranslation()
  const figures = useFigures()
  const { data } = useModel('summary')
  const may = useMay()
  const [{ region, industry, owner, segment }] = useChoices()
  const scope = data && t(data.scope === 'own' ? 'portfolio.scope_own' : 'portfolio.scope_all', { count: figures.count(data.accounts) })
  if (data?.accounts === 0 && !(region || industry || owner || segment)) {
    return <div className="portfolio"><PageHead title={t('portfolio.portfolio_head')} note={scope} /><Empty action={may('import:write') && <Link to="/data">{t('portfolio.import')}</Link>}>{t('portfolio.nobody')}</Empty></div>
  }
  return (
    <div className="portfolio">
      <PageHead title={t('portfolio.portfolio_head')} note={scope}>
        <Population />
        <Choices asOf={data?.as_of} />
        <Slot name="portfolio.way" />
        <Link to="/portfolio/estimates">{t('portfolio.asking_link')}</Link>
        <Evaluate />
      </PageHead>
      <Summary />
      <div className="portfolio-upper"><ParetoPanel /><RfmPanel /><GridPanel /></div>
      <div className="portfolio-lower"><ValuesPanel /><PyramidPanel /><RegisterPanel /></div>
      <div className="portfolio-third"><WorthPanel /><SinglePanel /><MatrixPanel /></div>
      <div className="portfolio-fourth"><AgreementPanel /><MistakesPanel /></div>
      {may('margin:read') && <div className="portfolio-fifth"><ContributionPanel /><EffortPanel /></div>}
      <Behind />
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { GradeChip } from './Grade'
import { type Mix, type Rated } from './server'
import { useName } from './words'

interface Props {
  industries: Rated[]
  mix?: Mix
  chosen?: string
  onChoose: (id: string) => void
}

/** RankingPanel puts industries in the order in which to go for them. */
export function RankingPanel({ industries, mix, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(mix?.currency)
  const name = useName()
  const groupOf = (r: Rated) => mix?.groups.find((g) => g.id === r.id)
  const sheet = () => ({
    columns: [t('industry.rank'), t('industry.industry'), t('industry.grade'), t('industry.value'), t('industry.group'), t('industry.guideline'), t('industry.accounts'), t('industry.monthly')],
    rows: industries.map((r) => [r.rank ?? null, name(r), t(`industry.${r.grade}`), r.value, r.group && t(`industry.value_${r.group}`), figures.share(r.share), groupOf(r)?.accounts ?? 0, (groupOf(r)?.revenue ?? 0) / 100]),
  })
  return (
    <Panel title={t('industry.ranking')} subtitle={t('industry.ranking_says')} sheet={sheet}>
      <div className="sheet industry-rows industry-ranking" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">{t('industry.rank')}</th>
              <th scope="col">{t('industry.industry')}</th>
              <th scope="col">{t('industry.grade')}</th>
              <th scope="col" className="number">{t('industry.value')}</th>
              <th scope="col" className="wide">{t('industry.group')}</th>
              <th scope="col" className="number wide" title={t('industry.guideline_says')}>{t('industry.guideline')}</th>
              <th scope="col" className="number wide">{t('industry.accounts')}</th>
              <th scope="col" className="number">{t('industry.monthly')} {figures.unit}</th>
            </tr>
          </thead>
          <tbody>
            {industries.map((r) => (
              <tr key={r.id} className={r.id === chosen ? 'open' : undefined}>
                <td className="number">{r.rank ?? missing}</td>
                <td><button type="button" className="link" aria-current={r.id === chosen} onClick={() => onChoose(r.id)}>{name(r)}</button></td>
                <td><GradeChip grade={r.grade} /></td>
                <td className="number">{figures.decimal(r.value, 2)}</td>
                <td className="wide">{r.group ? t(`industry.value_${r.group}`) : missing}</td>
                <td className="number wide">{figures.share(r.share)}</td>
                <td className="number wide">{figures.count(groupOf(r)?.accounts ?? 0)}</td>
                <td className="number">{figures.sum(groupOf(r)?.revenue ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

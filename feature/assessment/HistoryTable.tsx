import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Page } from './server'
import { short, useNames } from './words'

/** HistoryTable are the evaluations of a deal so far, the latest first. */
export function HistoryTable({ page, onDone }: { page: Page; onDone: () => void }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <Modal open width={860} title={t('assessment.history')} onCancel={onDone} footer={null}>
      <div className="sheet assessment-history" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">{t('assessment.round_col')}</th>
              <th scope="col">{t('assessment.on')}</th>
              <th scope="col">{t('assessment.stage')}</th>
              {page.card.areas.map((a) => <th key={a.key} scope="col" className="number">{names.area(a)}</th>)}
              <th scope="col" className="number">{t('assessment.overall')}</th>
              <th scope="col">{t('assessment.verdict')}</th>
              <th scope="col">{t('assessment.by')}</th>
            </tr>
          </thead>
          <tbody>
            {page.rounds.toReversed().map((r) => (
              <tr key={r.round}>
                <td className="number">{r.round}</td>
                <td>{r.on}</td>
                <td>{names.stage(page, r.stage)}</td>
                {page.card.areas.map((a) => <td key={a.key} className="number">{short(r.steps.find((s) => s.key === a.key)?.score)}</td>)}
                <td className="number">{short(r.overall)}</td>
                <td>{t(`assessment.verdict_${r.verdict}`)}</td>
                <td>{r.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  )
}

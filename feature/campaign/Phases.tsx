import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { type Board, phases, useEnter } from './server'

/** Phases are thinking, acting and the review, with what is missing for the next one. */
export function Phases({ deal, board }: { deal: string; board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const enter = useEnter(deal, board)
  const { sheet, next, missing, live, write } = board
  const at = phases.findIndex((p) => p === sheet.phase)
  const following = phases.find((p) => p === next)
  const before = at > 0 ? phases[at - 1] : undefined
  const complete = board.complete == null ? t('campaign.unknown') : figures.share(board.complete / 100, 0)
  return (
    <>
      <ol className="campaign-phases">
        {phases.map((p) => <li key={p} aria-current={p === sheet.phase ? 'step' : undefined}>{t(`campaign.phase_${p}`)}<small>{p === sheet.phase ? t('campaign.since', { on: figures.day(sheet.entered) }) : ''}</small></li>)}
      </ol>
      <p className="campaign-foot">
        {!live && <b>{t('campaign.phase_closed')}</b>}
        {live && missing && <span>{t(missing)}</span>}
        <span className="third">{t('campaign.complete', { share: complete })} · {t('campaign.pending', { n: board.pending })}</span>
        {write && live && following && <Button size="small" disabled={!!missing} loading={enter.isPending} onClick={() => enter.mutate(following)}>{t('campaign.enter', { phase: t(`campaign.phase_${following}`) })}</Button>}
        {write && live && before && <Button size="small" type="text" loading={enter.isPending} onClick={() => enter.mutate(before)}>{t('campaign.back', { phase: t(`campaign.phase_${before}`) })}</Button>}
      </p>
      <Fault error={enter.error} />
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Counters, type Result } from './Counters'
import { ImportFoot } from './ImportFoot'
import { MatchingPanel } from './MatchingPanel'
import type { useImportActs } from './server'
import { TroublePanel } from './TroublePanel'
import type { Import, Report } from './wire'
import { call, firstTroubles, written } from './wizard'
import { WrittenPanel } from './WrittenPanel'

interface Props {
  subject: Import
  acts: ReturnType<typeof useImportActs>
  onLeave: () => void
}

/** Preview is the last look before anything is written. */
export function Preview({ subject, acts, onLeave }: Props) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [chosen, choose] = useState<Result>()
  const { check, settings, id } = subject
  if (!check) return null
  const { key, off } = call(check)
  const label = t(key, { rows: count(written(check)), rejected: count(check.rejected) })
  const rows = (check.sample ?? []).filter((row) => !chosen || row.result === chosen)
  return (
    <>
      <Counters counts={check} chosen={chosen} onChoose={choose} />
      <Remarks report={check} />
      <div className="two">
        <MatchingPanel subject={subject} />
        <TroublePanel troubles={firstTroubles(check)} total={check.rejected} file={`/api/imports/${id}/errors`} />
      </div>
      <WrittenPanel rows={rows} />
      <ImportFoot note={t('importing.undo_note')} onCancel={() => acts.drop.mutate(undefined, { onSuccess: onLeave })} onBack={() => acts.settle.mutate(settings)}
        next={{ label, off, busy: acts.book.isPending, onClick: () => acts.book.mutate() }} />
    </>
  )
}

/** Remarks are what counts cannot say: the file's own total, lines it lacks, names nobody knows. */
function Remarks({ report: { sums, missing, warnings } }: { report: Report }) {
  const { t } = useTranslation()
  const { count, share } = useFigures()
  const sentences = [
    ...sums.map(({ agrees, ...sum }) => (agrees ? t('importing.total_agrees', sum) : t('importing.total_differs', sum))),
    ...(missing ? [t('importing.missing_lines', { n: count(missing.lines), amount: missing.amount, share: share(missing.share) })] : []),
    ...warnings.map(({ warning, rows, first }) => `${t(`importing.${warning}`)} ${t('importing.warned', { n: count(rows), first: first.slice(0, 3).join(', ') })}`),
  ]
  if (sentences.length === 0) return null
  return <ul className="remarks" aria-label={t('importing.warnings')}>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
}

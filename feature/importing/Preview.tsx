import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateShape } from '../../ui/kit/Chip'
import { Counters, type Result } from './Counters'
import { ImportFoot } from './ImportFoot'
import { MatchingPanel } from './MatchingPanel'
import type { useImportActs } from './server'
import { TroublePanel } from './TroublePanel'
import type { Import, Report } from './wire'
import { call, firstTroubles, written } from './wizard'
import { ValuesPanel } from './ValuesPanel'
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
  const { check, id } = subject
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
      {check.sample && <WrittenPanel rows={rows} />}
      <ValuesPanel subject={subject} busy={acts.settle.isPending || acts.check.isPending} onPut={(values) => acts.settle.mutate({ values }, { onSuccess: () => acts.check.mutate() })} />
      <ImportFoot note={t(subject.settings.kind === 'rates' ? 'importing.rates_note' : 'importing.undo_note')} onCancel={() => acts.drop.mutate(undefined, { onSuccess: onLeave })} onBack={() => acts.settle.mutate({})}
        next={{ label, off, busy: acts.book.isPending, onClick: () => acts.book.mutate() }} />
    </>
  )
}

/** Remarks are what counts cannot say: the file's own total, lines it lacks, names nobody knows. */
function Remarks({ report: { sums, missing, warnings, replaced = [] } }: { report: Report }) {
  const { t } = useTranslation()
  const { count, share, decimal } = useFigures()
  const exact = (amount: string) => decimal(Number(amount), 2)
  const sentences = [
    ...sums.map(({ agrees, ...sum }) => ({ agrees, text: t(agrees ? 'importing.total_agrees' : 'importing.total_differs', { file: exact(sum.file), rows: exact(sum.rows) }) })),
    ...(missing ? [{ agrees: false, text: t('importing.missing_lines', { n: count(missing.lines), amount: exact(missing.amount), share: share(missing.share) }) }] : []),
    ...replaced.map(({ field, from, to, rows }) => ({ agrees: true, text: t('importing.replaced', { field: t(`importing.field_${field}`), from, to, n: count(rows) }) })),
    ...warnings.map(({ warning, rows, first }) => ({ agrees: false, text: t('importing.warned', { what: t(`importing.${warning}`), n: count(rows), first: first.slice(0, 3).join(', ') }) })),
  ]
  if (sentences.length === 0) return null
  return <ul className="remarks" aria-label={t('importing.warnings')}>{sentences.map((sentence) => <li key={sentence.text}><StateShape state={sentence.agrees ? 'ok' : 'ask'} />{sentence.text}</li>)}</ul>
}

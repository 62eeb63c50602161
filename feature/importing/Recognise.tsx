import { useTranslation } from 'react-i18next'
import { ImportFoot } from './ImportFoot'
import { MatchingPanel } from './MatchingPanel'
import { Profile } from './Profile'
import { Questions } from './Questions'
import type { useImportActs } from './server'
import { Skipped } from './Skipped'
import type { Import, Settings } from './wire'
import { asksTax, lacking, matchingOf } from './wizard'

interface Props {
  subject: Import
  acts: ReturnType<typeof useImportActs>
  onLeave: () => void
}

/** Recognise is the second step: is the file understood, and what does it not tell. */
export function Recognise({ subject, acts, onLeave }: Props) {
  const { t } = useTranslation()
  const { settings, needs, file } = subject
  const matching = matchingOf(file.columns)
  const change = (part: Partial<Settings>) => acts.settle.mutate(part)
  const untold = asksTax(settings.kind, matching) && !settings.tax
  return (
    <>
      <div className="two">
        <MatchingPanel subject={subject} onMatch={(matching) => change({ matching })} />
        <div className="import">
          <Questions subject={subject} onChange={change} />
          <Skipped rows={[...file.skipped, ...file.totals]} />
          <Profile kind={settings.kind} name={settings.profile ?? ''} onName={(profile) => change({ profile })} />
        </div>
      </div>
      <ImportFoot note={untold ? <span className="soon">{t('importing.tax_first')}</span> : t('importing.nothing_yet')} onCancel={() => acts.drop.mutate(undefined, { onSuccess: onLeave })}
        next={{ label: t('importing.check'), off: untold || lacking(matching, needs).length > 0, busy: acts.check.isPending, onClick: () => acts.check.mutate() }} />
    </>
  )
}


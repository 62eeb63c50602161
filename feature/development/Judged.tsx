import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Judgement, usePast } from './server'

interface Props {
  judgement: Judgement
  /** how its scores are said */
  say: (scores: number[]) => string
}

/** Judged is the line under a judgement: who, when, from what, until when, and what was said before. */
export function Judged({ judgement: j, say }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!j.version) return null
  return (
    <div className="development-judged">
      <p className={j.stale ? 'soon' : 'third'}>
        {[j.by, j.on, j.evidence].join(' · ')} · {t(j.stale ? 'development.expired' : 'development.until', { date: j.expires })}
        {j.version > 1 && <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{t('development.before', { count: j.version - 1 })}</Button>}
      </p>
      {open && <Past judgement={j} say={say} />}
    </div>
  )
}

function Past({ judgement: { account, kind, version }, say }: Props) {
  const { data } = usePast(account, kind, true)
  const rows = data?.rows.filter((r) => r.version !== version) ?? []
  return (
    <ul className="development-past">
      {rows.toReversed().map((r) => <li key={r.version}><b>{say(r.scores)}</b> <span className="third">{[r.by, r.on, r.evidence].join(' · ')}</span></li>)}
    </ul>
  )
}

import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { StateChip } from '../../ui/kit/Chip'
import { fresh, usePocket, useSending, type Written } from './pocketed'
import { isAhead, type Sheet } from './visits'
import { useWhen } from './words'

/** Clash shows both versions of a visit that somebody has changed while a report waited; which one holds is for the user to say. */
export function Clash({ draft, theirs }: { draft: Written; theirs: Sheet }) {
  const { t } = useTranslation()
  const when = useWhen()
  const pocket = usePocket()
  const send = useSending()
  const mine = draft.body
  const again = () => {
    pocket.write({ ...draft, key: fresh(), version: theirs.version, state: 'waiting', theirs: undefined })
    pocket.drop(draft.key)
    void send()
  }
  return (
    <div className="visit-pocket visit-report">
      <header><h1 className="cut">{theirs.name}</h1><p className="late" role="alert">{t('visit.clash')}</p></header>
      <Panel title={t('visit.clash_mine')} subtitle={new Date(draft.at).toTimeString().slice(0, 5)}>
        <p>{mine.result}</p>{mine.voice && <p className="second">「{mine.voice}」</p>}
        <ul className="visit-promises">{mine.promises?.map((p, i) => <li key={i}><b className={p.by}>{t(`visit.by_${p.by}`)}</b><span>{p.text}</span><time>{when.day(p.due)}</time></li>)}</ul>
      </Panel>
      <Panel title={t('visit.clash_theirs')} extra={<StateChip state="info">{t(`visit.state_${theirs.state}`)}</StateChip>}>
        <p>{when.day(theirs.day)} {when.time(theirs)} · {theirs.purpose}</p>
        {theirs.result && <p>{theirs.result}</p>}
      </Panel>
      <div className="visit-wide">
        {isAhead(theirs) && <Button type="primary" onClick={again}>{t('visit.clash_send')}</Button>}
        <Button danger onClick={() => pocket.drop(draft.key)}>{t('visit.clash_drop')}</Button>
      </div>
      {!isAhead(theirs) && <p className="third">{t('visit.clash_over')}</p>}
    </div>
  )
}

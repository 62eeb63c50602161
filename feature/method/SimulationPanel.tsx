import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Flow } from '../../ui/kit/Flow'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import type { Simulation } from './wire'

/** SimulationPanel shows who would move: how many from where to where, and each by name. */
export function SimulationPanel({ simulation: s, stale }: { simulation: Simulation; stale: boolean }) {
  const { t } = useTranslation()
  const { count, date } = useFigures()
  const [open, setOpen] = useState(false)
  const moving = s.up + s.down
  const sheet = () => ({ columns: [t('method.from'), t('method.to'), t('method.accounts')], rows: (s.moves ?? []).map((m) => [t(m.from), t(m.to), m.count]) })
  return (
    <Panel title={t('method.movers', { count: moving })} subtitle={t('method.movers_of', { accounts: count(s.accounts), up: count(s.up), down: count(s.down) })} sheet={sheet} stale={stale}>
      {moving > 0 || s.held > 0 ? <Flow moves={s.moves ?? []} label={t('method.movers', { count: moving })} /> : <p className="third">{t('method.nobody_moves')}</p>}
      <p className="second method-held">
        {s.held > 0 && <>{t('method.held', { count: s.held })} </>}
        {(s.moved?.length ?? 0) > 0 && <button type="button" className="link" onClick={() => setOpen(true)}>{t('method.see_list', { count: s.moved.length })}</button>}
        <i className="grow" />{t('method.as_of', { day: date(s.as_of) })}
      </p>
      {open && <Movers simulation={s} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function Movers({ simulation: { moved }, onClose }: { simulation: Simulation; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <Drawer open onClose={onClose} size={phone ? '100%' : 560} title={t('method.moved_list', { count: moved.length })}>
      <div className="method-scroll" tabIndex={0}>
        <table className="method-rows moved">
          <thead><tr><th scope="col">{t('method.account')}</th><th scope="col">{t('method.move')}</th><th scope="col"><span className="unseen">{t('method.held_mark')}</span></th></tr></thead>
          <tbody>
            {moved.map((m) => (
              <tr key={m.account}>
                <td><Link to="/accounts/$id" params={{ id: m.account } as never}>{m.name}</Link> <small className="third">{m.code}</small></td>
                <td>{t(m.from)} → <span className="new">{t(m.to)}</span></td>
                <td>{m.held && <PlainChip outlined>{t('method.held_mark')}</PlainChip>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Drawer>
  )
}


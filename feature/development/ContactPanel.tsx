import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Sheet } from './server'
import { Shape } from './Shape'

const ours = ['sales', 'management', 'service', 'finance', 'operations', 'other'] as const
const theirs = ['purchasing', 'research', 'quality', 'operations', 'logistics', 'finance', 'board', 'other'] as const

/** step is one of six by the square root of the share, as in every heat map. */
const step = (count: number, most: number) => (count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * 5)))

/** ContactPanel is who of us is in touch with whom of them, department by department, and the shape that makes. */
export function ContactPanel({ sheet: { contacts } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { touches } = contacts
  const at = (our: string, their: string) => touches.find((x) => x.ours === our && x.theirs === their)
  const most = Math.max(8, ...touches.map((x) => x.times))
  const rows = ours.filter((our) => our !== 'other' || touches.some((x) => x.ours === 'other'))
  const table = () => ({
    columns: [t('development.ours'), ...theirs.map((their) => t(`development.theirs_${their}`))],
    rows: rows.map((our) => [t(`development.ours_${our}`), ...theirs.map((their) => at(our, their)?.times ?? 0)]),
  })
  return (
    <Panel title={t('development.contacts')} subtitle={t('development.contacts_since', { date: contacts.since })} sheet={table}>
      {contacts.shape && <p className="development-shaped"><Shape shape={contacts.shape} /><span><b>{t(`development.shape_${contacts.shape}`)}</b><small className="third">{t('development.through', { through: figures.count(contacts.through), all: figures.count(contacts.all) })}</small></span></p>}
      {touches.length === 0 ? <Empty>{t('development.no_contacts')}</Empty> : (
        <div className="sheet development-matrix" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('development.ours_theirs')}</th>{theirs.map((their) => <th key={their} scope="col" className="number">{t(`development.theirs_${their}`)}</th>)}</tr></thead>
            <tbody>
              {rows.map((our) => (
                <tr key={our}>
                  <th scope="row">{t(`development.ours_${our}`)}</th>
                  {theirs.map((their) => {
                    const one = at(our, their)
                    return <td key={their} className={`number development-step-${step(one?.times ?? 0, most)}`} title={one && t('development.touch', { people: one.people, users: one.users, times: one.times, date: one.last })}>
                      {one ? <>{figures.count(one.times)}{one.both && <small aria-hidden="true"> ⇄</small>}{one.both && <span className="unseen">{t('development.both')}</span>}</> : <span className="third">{missing}</span>}
                    </td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="third">{t('development.reached', { levels: contacts.levels, departments: contacts.departments })}</p>
    </Panel>
  )
}

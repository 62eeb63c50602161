import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip, useTierName } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { CapacityForm } from './CapacityForm'
import { Load } from './Load'
import type { Board, Person } from './server'
import { hours, loadOf, tiers } from './words'

/** StaffPanel is the matrix of people and tiers, with the heat of who has too much or too little. */
export function StaffPanel({ board }: { board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const name = useTierName()
  const [edited, edit] = useState<Person>()
  const sheet = () => ({
    columns: [t('coverage.person'), t('coverage.load'), ...tiers.map(name), t('coverage.untiered'), t('coverage.hours_asked'), t('coverage.capacity'), t('coverage.spent'), t('coverage.faults')],
    rows: board.staff.map((p) => [p.name, figures.share(loadOf(p.hours, p.capacity), 0), ...tiers.map((tier) => p[tier]), p.untiered, Number(p.hours), Number(p.capacity), p.spent === null ? '' : Number(p.spent), p.faults]),
  })
  return (
    <Panel title={t('coverage.matrix')} subtitle={t('coverage.matrix_say')} sheet={sheet} note={board.scope === 'own' && t('coverage.scope_own')}>
      {board.staff.length === 0 ? <Empty>{t('coverage.no_staff')}</Empty> : (
        <div className="sheet coverage-rows" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('coverage.person')}</th>
                <th scope="col">{t('coverage.load')}</th>
                {tiers.map((tier) => <th key={tier} scope="col" className="number wide">{name(tier)}</th>)}
                <th scope="col" className="number">{t('coverage.hours_asked')}</th>
                <th scope="col" className="number wide">{t('coverage.spent')}</th>
                <th scope="col" className="number">{t('coverage.capacity')}</th>
              </tr>
            </thead>
            <tbody>{board.staff.map((p) => <Line key={p.user} person={p} onEdit={board.arrange ? () => edit(p) : undefined} />)}</tbody>
          </table>
        </div>
      )}
      {edited && <CapacityForm person={edited} onDone={() => edit(undefined)} />}
    </Panel>
  )
}

function Line({ person: p, onEdit }: { person: Person; onEdit?: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  return (
    <tr>
      <td>
        {p.name}
        {p.gone && <> <PlainChip outlined>{t('coverage.gone')}</PlainChip></>}
        {p.away && <small className="third">{t('coverage.away', { name: name(p.stand_in) })}</small>}
      </td>
      <td className="coverage-load">{p.gone ? null : <Load asked={p.hours} capacity={p.capacity} />}{p.faults > 0 && <StateChip state="blocked">{t('coverage.broken', { count: p.faults })}</StateChip>}</td>
      {tiers.map((tier) => <td key={tier} className="number wide" style={p[tier] ? { background: `var(--tier-${tier}-tint)` } : undefined}>{p[tier] ? figures.count(p[tier]) : ''}</td>)}
      <td className="number">{hours(figures, p.hours)}</td>
      <td className="number wide">{hours(figures, p.spent)}</td>
      <td className="number">
        {hours(figures, p.capacity)}
        {onEdit && !p.gone && <Button size="small" type="text" icon={<EditOutlined />} aria-label={`${t('coverage.set_capacity')} ${p.name}`} title={p.own ? t('coverage.capacity_own') : t('coverage.set_capacity')} onClick={onEdit} />}
      </td>
    </tr>
  )
}

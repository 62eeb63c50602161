import './permission.css'
import { useQuery } from '@tanstack/react-query'
import { Select, Table, type TableColumnType } from 'antd'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Me } from '../../ui/me'
import { usePhone } from '../../ui/media'

type Matrix = Reply<'/api/permissions'>
type Row = Matrix['rows'][number]

/** PermissionScreen shows who may do what, and with which accounts. */
export default function PermissionScreen() {
  const { t } = useTranslation()
  const phone = usePhone()
  const mine = useContext(Me).roles?.[0]
  const [chosen, choose] = useState<string>()
  const matrix = useQuery({ queryKey: ['permissions'], queryFn: async () => take(await api.GET('/api/permissions')), staleTime: Infinity })
  if (matrix.error) return <Fault error={matrix.error} onRetry={() => void matrix.refetch()} />
  if (!matrix.data) return <Waiting rows={12} />
  const role = chosen ?? (phone ? mine ?? matrix.data.roles[0] : undefined)
  return (
    <div className="wide permissions">
      <PageHead title={t('permission.permissions')} note={t('permission.rows_say')}>
        <Choice roles={matrix.data.roles} role={role} all={!phone} onChoose={choose} />
      </PageHead>
      <Letters />
      <Panel title={role ? t(roleKey(role)) : t('permission.all_roles')} sheet={() => sheet(matrix.data, t)}>
        <Verbs matrix={matrix.data} role={role} mine={mine} />
      </Panel>
      <Limits matrix={matrix.data} role={role} />
    </div>
  )
}

function Choice({ roles, role, all, onChoose }: { roles: string[]; role?: string; all: boolean; onChoose: (role?: string) => void }) {
  const { t } = useTranslation()
  return (
    <Select aria-label={t('permission.role')} value={role} allowClear={all} placeholder={t('permission.all_roles')} popupMatchSelectWidth={false}
      onChange={onChoose} options={roles.map((value) => ({ value, label: t(roleKey(value)) }))} />
  )
}

/** Letters says what the letters mean. */
function Letters() {
  const { t } = useTranslation()
  return <dl className="letters">{[...'OTSRFXA'].map((letter) => <div key={letter}><dt>{letter}</dt><dd>{t(letterKey(letter))}</dd></div>)}</dl>
}

function Verbs({ matrix, role, mine }: { matrix: Matrix; role?: string; mine?: string }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const shown = role ? [role] : matrix.roles
  const rows = role ? matrix.rows.filter((r) => letters(r, role)) : matrix.rows
  const columns: TableColumnType<Row>[] = [
    { title: t('permission.what'), width: phone ? undefined : first, fixed: phone ? undefined : 'left', render: (_, r) => <>{t(verbKey(r.grant))}<div className="third">{r.grant}</div></> },
    ...shown.map((name): TableColumnType<Row> => ({
      title: <span className={role && 'unseen'}>{t(roleKey(name))}</span>, width: each, align: 'center', className: name === mine ? 'mine' : undefined,
      render: (_, r) => [...letters(r, name)].map((letter) => <abbr key={letter} title={t(letterKey(letter))}>{letter}</abbr>),
    })),
  ]
  return <Table size="small" rowKey="grant" pagination={false} dataSource={rows} columns={columns} sticky scroll={role ? undefined : { x: first + each * shown.length }} />
}

/** Limits is how many rows each role may export and import. */
function Limits({ matrix, role }: { matrix: Matrix; role?: string }) {
  const { t } = useTranslation()
  const said = useSaid()
  const rows = matrix.limits.filter((l) => !role || l.role === role)
  if (rows.length === 0) return null
  return (
    <Panel title={t('permission.limits')} sheet={() => ({ columns: [t('permission.role'), t('permission.limit_export'), t('permission.limit_import')], rows: rows.map((l) => [t(roleKey(l.role)), said(l.export), said(l.import)]) })}>
      <p className="second">{t('permission.limits_say')}</p>
      <Table size="small" rowKey="role" pagination={false} dataSource={rows} columns={[
        { title: t('permission.role'), render: (_, l) => t(roleKey(l.role)) },
        { title: t('permission.limit_export'), render: (_, l) => said(l.export) },
        { title: t('permission.limit_import'), render: (_, l) => said(l.import) },
      ]} />
    </Panel>
  )
}

/** useSaid says a cap in words. */
function useSaid() {
  const { t } = useTranslation()
  const figures = useFigures()
  return (cap?: Matrix['limits'][number]['export']) => {
    if (!cap) return '–'
    if (!cap.rows) return t('permission.limit_none')
    const gaps = { rows: figures.count(cap.rows), hours: cap.hours }
    if (cap.second) return t('permission.limit_second', gaps)
    return t(cap.hours ? 'permission.limit_hours' : 'permission.limit_at_once', gaps)
  }
}

const letters = (row: Row, role: string) => row.cells?.find((c) => c.role === role)?.rows ?? ''
const roleKey = (role: string) => (role === 'operator' ? 'permission.operator' : `identity.role.${role}`)
const verbKey = (grant: string) => `permission.${grant.replace(':', '_')}`
const letterKey = (letter: string) => `permission.letter_${letter}`

// the head and the rows are two tables: only set widths keep a letter under its role
const first = 238, each = 82

function sheet({ roles, rows }: Matrix, t: (key: string) => string) {
  return {
    columns: [t('permission.what'), ...roles.map((role) => t(roleKey(role)))],
    rows: rows.map((r) => [t(verbKey(r.grant)), ...roles.map((role) => letters(r, role))]),
  }
}

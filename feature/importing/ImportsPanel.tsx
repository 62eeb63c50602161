import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { useImports } from './server'
import type { Import } from './wire'
import { shape } from './wizard'

/** ImportsPanel lists the latest imports, each the way back to its report. */
export function ImportsPanel() {
  const { t } = useTranslation()
  const imports = useImports()
  return (
    <Panel title={t('importing.imports')}>
      <Fault error={imports.error} onRetry={() => void imports.refetch()} />
      {imports.isPending && <Waiting />}
      {imports.data?.length === 0 && <Empty>{t('importing.imports_none')}</Empty>}
      {imports.data && imports.data.length > 0 && <Imports rows={imports.data} />}
    </Panel>
  )
}

function Imports({ rows }: { rows: Import[] }) {
  const { t } = useTranslation()
  const { count, time } = useFigures()
  const phone = usePhone()
  const name = (one: Import) => (
    <>
      <Link className="cut" to={`/data/imports/${one.id}` as never} title={one.file.name}>{one.file.name}</Link>
      <div className="third cut">{[t(`importing.kind_${one.settings.kind}`), one.by, time(new Date(one.created_at / 1000).toISOString())].join(' · ')}</div>
    </>
  )
  const figure = (key: 'inserted' | 'updated' | 'rejected') => (one: Import) => count(one.check?.[key])
  const numbers = (['inserted', 'updated', 'rejected'] as const).map((key) => ({ title: t(`importing.${key}`), key, width: 84, align: 'right' as const, render: (_: unknown, one: Import) => figure(key)(one) }))
  return (
    <Table size="small" pagination={false} rowKey="id" dataSource={rows} tableLayout="fixed"
      columns={[
        { title: t('importing.file'), render: (_, one) => name(one) },
        ...(phone ? [] : numbers),
        { title: t('importing.state'), width: 92, render: (_, one) => <StateChip state={shape(one.state)}>{t(`importing.state_${one.state}`)}</StateChip> },
      ]} />
  )
}

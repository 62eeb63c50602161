import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { ProjectForm } from './ProjectForm'
import type { Analysis, Project } from './server'

/** Projects are those for which a customer may buy, the next first. */
export function Projects({ account, analysis: { projects, write } }: { account: string; analysis: Analysis }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const takes = useMay()('application:export')
  const [open, setOpen] = useState<Project | 'new'>()
  const add = write && <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen('new')}>{t('application.add_project')}</Button>
  const columns = ['project', 'budget', 'funding', 'purchase', 'buys_on', 'chance'].map((key) => t(`application.${key}`))
  const table = () => ({ columns, rows: projects.map((p) => [p.name, p.budget_minor == null ? null : p.budget_minor / 100, t(`application.funding_${p.funding}`), t(`application.purchase_${p.purchase}`), p.on ?? '', p.chance]) })
  return (
    <Panel title={t('application.project_calendar')} sheet={projects.length ? table : undefined} extra={projects.length > 0 && add}>
      {projects.length === 0 ? <Empty action={add}>{t('application.no_projects')}</Empty> : (
        <div className="sheet application-projects" tabIndex={0}>
          <table>
            <thead><tr>{columns.map((c) => <th key={c} scope="col">{c}</th>)}{write && <td />}</tr></thead>
            <tbody>
              {projects.map((p) => (
                <tr key={p.id}>
                  <th scope="row">{p.name}</th>
                  <td className="number">{p.budget_minor == null ? missing : `${figures.sum(p.budget_minor)} ${figures.unit}`}</td>
                  <td>{t(`application.funding_${p.funding}`)}</td>
                  <td>{t(`application.purchase_${p.purchase}`)}</td>
                  <td>{figures.date(p.on)}</td>
                  <td className="number">{p.chance == null ? missing : figures.share(p.chance / 100, 0)}</td>
                  {write && <td><Button size="small" type="text" onClick={() => setOpen(p)}>{t('application.change')}</Button></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {takes && <a href="/api/projects/export?format=xlsx" download>{t('application.export')}</a>}
      {open && <ProjectForm account={account} project={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />}
    </Panel>
  )
}

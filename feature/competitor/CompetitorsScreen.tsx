import './competitor.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type List, useCompetitors, useName } from './server'
import { WinRate } from './WinRate'

/** CompetitorsScreen is everybody whom we meet, and how we fare against each. */
export default function CompetitorsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data: list, error, refetch } = useCompetitors()
  const [naming, name] = useState(false)
  const add = list?.write && <Button type="primary" onClick={() => name(true)}>{t('competitor.new')}</Button>
  return (
    <div className="stack">
      <PageHead title={t('competitor.title')} note={list?.scope === 'own' ? t('competitor.own') : t('competitor.title_note')}>
        <Link to="/competitors/grid">{t('competitor.grid_title')}</Link>
        {may('competitor:export') && <Exports />}
        {add}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!list ? !error && <Panel title={t('competitor.title')}><Waiting rows={6} /></Panel> : list.rows.length ? <Everybody list={list} /> : <Panel title={t('competitor.title')}><Empty action={add}>{t('competitor.empty')}</Empty></Panel>}
      {naming && <NameForm onDone={() => name(false)} />}
    </div>
  )
}

const exports = { cards: '/api/competitors/export', rivals: '/api/competitors/rivals/export', grid: '/api/competitors/grid/export' }

function Exports() {
  const { t } = useTranslation()
  const items = Object.entries(exports).map(([key, href]) => ({ key, label: <a href={href}>{t(`competitor.export_${key}`)}</a> }))
  return <Dropdown trigger={['click']} menu={{ items }}><Button icon={<DownloadOutlined />}>{t('competitor.export')}</Button></Dropdown>
}

function Everybody({ list }: { list: List }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const table = () => ({
    columns: [t('competitor.competitor'), t('competitor.weakness'), t('competitor.live'), t('competitor.met'), t('competitor.won'), t('competitor.taken_by'), t('competitor.checked')],
    rows: list.rows.map((c) => [c.name, c.weakness, c.record.live, c.record.met, c.record.won, c.record.taken, c.checked]),
  })
  return (
    <Panel title={t('competitor.title')} subtitle={t('competitor.list_note', { count: list.rows.length })} sheet={table}>
      <div className="sheet rival-list" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('competitor.competitor')}</th>
              <th scope="col">{t('competitor.win_rate')}</th>
              <th scope="col" className="number">{t('competitor.live')}</th>
              <th scope="col" className="number wide">{t('competitor.taken_by')}</th>
              <th scope="col" className="wide">{t('competitor.weakness')}</th>
              <th scope="col" className="wide">{t('competitor.checked')}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((c) => (
              <tr key={c.id}>
                <th scope="row"><Link to="/competitors/$competitor" params={{ competitor: c.id } as never}>{c.name}</Link></th>
                <td><WinRate share={c.record.share} /></td>
                <td className="number">{figures.count(c.record.live)}</td>
                <td className="number wide">{figures.count(c.record.taken)}</td>
                <td className="wide rival-words">{c.weakness}</td>
                <td className="wide">{figures.day(c.checked)}{c.stale && <small className="soon"> {t('competitor.stale')}</small>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function NameForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const add = useName()
  return (
    <Modal open title={t('competitor.new')} onCancel={onDone} footer={null} width={420}>
      <Form<{ name: string }> layout="vertical" requiredMark={false} onFinish={({ name }) => add.mutate(name, { onSuccess: onDone })}>
        <Form.Item name="name" label={t('competitor.name_of')} rules={[{ required: true, whitespace: true, message: t('competitor.bad_name', { max: 60 }) }]}><Input maxLength={60} autoFocus /></Form.Item>
        <Fault error={add.error} />
        <Button htmlType="submit" type="primary" loading={add.isPending}>{t('competitor.save')}</Button>
      </Form>
    </Modal>
  )
}

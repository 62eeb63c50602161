import { Segmented, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import type { Import, Settings } from './wire'
import { asksTax, matchingOf } from './wizard'

interface Props {
  subject: Import
  onChange: (change: Partial<Settings>) => void
}

/** Questions are what no file tells: asked once, kept in the profile. */
export function Questions({ subject: { settings, file: { columns } }, onChange }: Props) {
  const { t } = useTranslation()
  const gaps = columns.filter((c) => c.gaps || settings.fill?.includes(c.name))
  const taxed = asksTax(settings.kind, matchingOf(columns))
  const deals = settings.kind === 'opportunities'
  const refers = ['orders', 'invoices', 'receipts', 'costs'].includes(settings.kind)
  return (
    <Panel title={t('importing.questions')} subtitle={t('importing.questions_once')}>
      <div className="questions">
        {taxed && (
          <Question title={t('importing.tax')} note={t('importing.tax_note')}>
            <Segmented size="small" aria-label={t('importing.tax')} value={settings.tax || 'ask'} onChange={(tax) => onChange({ tax: tax as Settings['tax'] })}
              options={[{ value: 'gross', label: t('importing.tax_gross') }, { value: 'net', label: t('importing.tax_net') }]} />
          </Question>
        )}
        {gaps.length > 0 && (
          <Question title={t('importing.fill')} note={t('importing.fill_note')}>
            <Select mode="multiple" size="small" style={{ minWidth: 180 }} placeholder={t('importing.fill_none')} aria-label={t('importing.fill')} value={settings.fill} options={gaps.map(({ name }) => ({ value: name }))} onChange={(fill) => onChange({ fill })} />
          </Question>
        )}
        {(refers || deals) && (
          <Question title={t('importing.create')} note={t(deals ? 'importing.create_deals' : 'importing.create_note')}>
            <Switch size="small" aria-label={t('importing.create')} checked={settings.create_accounts} onChange={(create_accounts) => onChange({ create_accounts })} />
          </Question>
        )}
        {refers && (
          <Question title={t('importing.keep')} note={t('importing.keep_note')}>
            <Switch size="small" aria-label={t('importing.keep')} checked={settings.no_account === 'keep'} onChange={(keep) => onChange({ no_account: keep ? 'keep' : 'reject' })} />
          </Question>
        )}
        {settings.kind === 'orders' && (
          <Question title={t('importing.whole')} note={t('importing.whole_note')}>
            <Switch size="small" aria-label={t('importing.whole')} checked={settings.complete_months} onChange={(complete_months) => onChange({ complete_months })} />
          </Question>
        )}
      </div>
    </Panel>
  )
}

function Question({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <div className="question">
      <span>{title}</span>
      <p>{note}</p>
      {children}
    </div>
  )
}

import { useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Steps } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { useJob } from '../../ui/jobs'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { Course } from './Course'
import { FileBar } from './FileBar'
import './importing.css'
import { Preview } from './Preview'
import { Recognise } from './Recognise'
import { Report } from './Report'
import { useImport, useImportActs } from './server'
import type { Import } from './wire'
import { isWorking, stepOf, steps } from './wizard'

/** ImportScreen leads one file from what it is to what became of it; its address survives a reload. */
export default function ImportScreen() {
  const { t } = useTranslation()
  const go = useNavigate()
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useImport(id)
  const acts = useImportActs(id)
  const job = useJob(found.data?.job)
  const leave = () => void go({ to: '/data' as never })
  if (!found.data) return found.error ? <Fault error={found.error} onRetry={() => void found.refetch()} /> : <Waiting rows={8} />
  const subject = found.data
  const step = stepOf(subject.state)
  const fault = acts.settle.error ?? acts.check.error ?? acts.book.error ?? acts.undo.error ?? acts.drop.error
  return (
    <div className="import">
      <Head kind={subject.settings.kind} step={step} />
      <FileBar subject={subject} onChange={subject.state === 'draft' ? (change) => acts.settle.mutate(change) : undefined} />
      <Fault error={fault} />
      {subject.same && step < 3 && <SameFile {...subject.same} />}
      {step === 1 && <Recognise subject={subject} acts={acts} onLeave={leave} />}
      {subject.state === 'checked' && <Preview subject={subject} acts={acts} onLeave={leave} />}
      {job.data && isWorking(subject.state) && <Course job={job.data} title={t(`importing.${subject.state}`)} />}
      {step === 4 && <Report subject={subject} undoing={acts.undo.isPending} onUndo={() => acts.undo.mutate()} />}
    </div>
  )
}

/** SameFile says that this very file was imported before, whatever it is called now. */
function SameFile({ source, published_at, twice }: NonNullable<Import['same']>) {
  const { t } = useTranslation()
  const { day } = useFigures()
  const on = day(new Date(published_at / 1000).toISOString().slice(0, 10))
  return <Alert showIcon type={twice ? 'warning' : 'info'} title={t('importing.same', { on, source })} description={twice && t('importing.same_twice')} />
}

/** Head names what is imported, how far it is, and that nothing has happened yet. */
export function Head({ kind, step }: { kind: string; step: number }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <PageHead title={t(`importing.title_${kind}`)} note={step < 3 && t('importing.nothing_yet')}>
      {phone ? <span className="third">{t('importing.step_of', { step: step + 1, steps: steps.length, name: t(`importing.step_${steps[step]}`) })}</span>
        : <Steps size="small" current={step} items={steps.map((name) => ({ title: t(`importing.step_${name}`) }))} />}
    </PageHead>
  )
}

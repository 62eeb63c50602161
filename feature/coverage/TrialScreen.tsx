import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { ApplyForm } from './ApplyForm'
import { MovesPanel } from './MovesPanel'
import { PeoplePanel } from './PeoplePanel'
import { type Trying, useDrop, useSuggest, useTrial, useUndo } from './server'
import { TrialState } from './TrialsPanel'

/** TrialScreen shows what another coverage would do to everybody's hours, changes it, and lets it take effect. */
export function TrialScreen({ id, onLeave }: { id: string; onLeave: () => void }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useTrial(id)
  const { name } = usePeople()
  return (
    <div className="wide coverage-screen">
      <PageHead title={data?.name ?? t('coverage.trial')} note={data && <><TrialState trial={data} /> {name(data.by)} · {data.begun}</>}>
        <Button onClick={onLeave}>{t('coverage.back')}</Button>
        {data?.state === 'open' && <Opened trial={data} onLeave={onLeave} />}
        {data?.state === 'applied' && <Applied trial={data} />}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={8} /> : <Parts trial={data} onRefresh={() => void refetch()} />}
    </div>
  )
}

function Opened({ trial, onLeave }: { trial: Trying; onLeave: () => void }) {
  const { t } = useTranslation()
  const [applying, apply] = useState(false)
  const suggest = useSuggest(trial)
  const drop = useDrop(trial)
  return (
    <>
      <Popconfirm title={t('coverage.suggest_says')} disabled={trial.moves.length === 0} onConfirm={() => suggest.mutate(undefined)}>
        <Button loading={suggest.isPending} onClick={trial.moves.length === 0 ? () => suggest.mutate(undefined) : undefined}>{t('coverage.suggest')}</Button>
      </Popconfirm>
      <Popconfirm title={t('coverage.drop_says')} onConfirm={() => drop.mutate(undefined, { onSuccess: onLeave })}><Button>{t('coverage.drop')}</Button></Popconfirm>
      <Button type="primary" disabled={trial.moves.length === 0} onClick={() => apply(true)}>{t('coverage.apply')}</Button>
      <Fault error={suggest.error ?? drop.error} />
      {applying && <ApplyForm trial={trial} onDone={() => apply(false)} />}
    </>
  )
}

function Applied({ trial }: { trial: Trying }) {
  const { t } = useTranslation()
  const undo = useUndo(trial)
  return (
    <>
      <Fault error={undo.error} />
      <Popconfirm title={t('coverage.undo_says')} onConfirm={() => undo.mutate(undefined)}><Button loading={undo.isPending}>{t('coverage.undo')}</Button></Popconfirm>
    </>
  )
}

function Parts({ trial, onRefresh }: { trial: Trying; onRefresh: () => void }) {
  return (
    <div className="coverage-columns even">
      <div><MovesPanel trial={trial} onRefresh={onRefresh} /></div>
      <div><PeoplePanel trial={trial} /></div>
    </div>
  )
}

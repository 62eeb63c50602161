import { Button, Checkbox, Segmented, Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { MailLine } from './MailLine'
import { useSetWishes, useWishes, type Wish, type Wishes } from './server'
import './notice.css'

/** NoticePanel is how and when the user wants to be told. */
export default function NoticePanel() {
  const { t } = useTranslation()
  const { data, error, refetch } = useWishes()
  return (
    <Panel title={t('notice.settings')} subtitle={data && !data.posted ? t('notice.no_post') : undefined}>
      <Fault error={error} onRetry={() => void refetch()} />
      {data && <div className="notice-form"><MailLine wishes={data} /><Form key={data.version} wishes={data} /></div>}
    </Panel>
  )
}

const draft = ({ zone, quiet_from, quiet_until, digest_at, weekend, kinds }: Wishes): Wish =>
  ({ zone, quiet_from, quiet_until, digest_at, weekend, kinds: kinds.map(({ kind, way }) => ({ kind, way })) })

function Form({ wishes }: { wishes: Wishes }) {
  const { t } = useTranslation()
  const [wish, set] = useState(() => draft(wishes))
  const save = useSetWishes(wishes.version)
  const change = (part: Partial<Wish>) => set((old) => ({ ...old, ...part }))
  const choose = (kind: string, way: Way) => change({ kinds: wish.kinds.map((k) => (k.kind === kind ? { kind, way } : k)) })
  return (
    <>
      <div className="line">
        <span className="name">{t('notice.quiet')}</span>
        <Minute name={t('notice.quiet_from')} value={wish.quiet_from} onChange={(quiet_from) => change({ quiet_from })} />
        –
        <Minute name={t('notice.quiet_until')} value={wish.quiet_until} onChange={(quiet_until) => change({ quiet_until })} />
        <Checkbox checked={wish.weekend} onChange={(e) => change({ weekend: e.target.checked })}>{t('notice.weekend')}</Checkbox>
      </div>
      <div className="line">
        <span className="name">{t('notice.digest_at')}</span>
        <Minute name={t('notice.digest_at')} value={wish.digest_at} onChange={(digest_at) => change({ digest_at })} />
        <Select size="small" showSearch aria-label={t('notice.zone')} value={wish.zone} onChange={(zone) => change({ zone })} options={zones(wish.zone)} style={{ minWidth: 180 }} />
      </div>
      <div className="notice-ways">
        {wishes.kinds.map(({ kind, name }) => (
          <div key={kind}>
            <span>{t(name)}</span>
            <Segmented size="small" aria-label={t(name)} value={offered(wish.kinds.find((k) => k.kind === kind)?.way, wishes.posted)}
              options={ways(wishes.posted).map((way) => ({ value: way, label: t(`notice.way_${way}`) }))} onChange={(way) => choose(kind, way)} />
          </div>
        ))}
      </div>
      <Fault error={save.error} />
      <div><Button type="primary" loading={save.isPending} onClick={() => save.mutate(wish)}>{t('notice.save')}</Button></div>
    </>
  )
}

type Way = Wish['kinds'][number]['way']

// offered is the way that is meant: without a post server letters go to the bell.
const offered = (way: Way | undefined, posted: boolean) => (!posted && way !== 'off' ? 'bell' : way)

const ways = (posted: boolean) => (posted ? (['off', 'bell', 'mail', 'digest'] as const) : (['off', 'bell'] as const))

const zones = (own: string) => [...new Set([own, ...Intl.supportedValuesOf('timeZone')])].map((value) => ({ value, label: value }))

function Minute({ name, value, onChange }: { name: string; value: number; onChange: (minute: number) => void }) {
  return (
    <TimePicker size="small" format="HH:mm" minuteStep={5} allowClear={false} needConfirm={false} aria-label={name} style={{ width: 92 }}
      value={dayjs().startOf('day').minute(value)} onChange={(at) => at && onChange(at.hour() * 60 + at.minute())} />
  )
}

import './method.css'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useKeys } from '../../ui/keys'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { MethodList } from './MethodList'
import { MethodPage } from './MethodPage'
import { useMethods } from './server'
import { narrow, type Narrowed, stateOf } from './state'

/** MethodScreen is the library: the list of methods, and one of them. On a phone one comes after the other. */
export default function MethodScreen() {
  const { t } = useTranslation()
  const phone = usePhone()
  const { id } = useParams({ strict: false }) as { id?: string }
  const [{ words, state }, set] = useAddress({ words: '', state: '' })
  const methods = useMethods()
  const all = methods.data?.map((m): Narrowed => ({ id: m.id, name: t(m.name), group: t(m.group), state: stateOf(m) })) ?? []
  const shown = narrow(all, words, state)
  const open = id ?? (phone ? undefined : all[0]?.id)
  useSteps(shown, open, { words, state })
  if (methods.error) return <Fault error={methods.error} onRetry={() => void methods.refetch()} />
  if (!methods.data) return <Waiting rows={12} />
  const list = <MethodList all={all} shown={shown} open={open} words={words} state={state} onWords={(words) => set({ words })} onState={(state) => set({ state })} />
  if (phone) return <div className="methods">{open ? <MethodPage key={open} id={open} /> : <><PageHead title={t('method.methods')} />{list}</>}</div>
  return (
    <div className="methods">
      {list}
      {open ? <MethodPage key={open} id={open} /> : <Empty>{t('method.no_methods')}</Empty>}
    </div>
  )
}

/** useSteps goes to the next and the previous method by j and k. */
function useSteps(shown: Narrowed[], open: string | undefined, search: object) {
  const go = useNavigate()
  const step = (by: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, shown.findIndex((m) => m.id === open) + by))]
    if (next) void go({ to: '/methods/$id', params: { id: next.id }, search } as never)
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
}

import { SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/kit/Empty'
import { chapters, type Narrowed, type State, tally } from './state'

interface Props {
  all: Narrowed[]
  shown: Narrowed[]
  open?: string
  words: string
  state: string
  onWords: (words: string) => void
  onState: (state: string) => void
}

/** MethodList is every method under its chapter, with the one sign that says how it stands. */
export function MethodList({ all, shown, open, words, state, onWords, onState }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLElement>(null)
  useEffect(() => void box.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' }), [open])
  const move = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const links = [...(box.current?.querySelectorAll<HTMLElement>('li a') ?? [])]
    if (!step || links.length === 0) return
    event.preventDefault()
    links[Math.max(0, Math.min(links.length - 1, links.indexOf(document.activeElement as HTMLElement) + step))]?.focus()
  }
  return (
    <nav ref={box} className="panel method-list" aria-label={t('method.methods')} onKeyDown={move}>
      <header>
        <span data-filter><Input size="small" allowClear prefix={<SearchOutlined />} aria-label={t('method.search')} placeholder={t('method.count', { count: all.length })} value={words} onChange={(e) => onWords(e.target.value)} /></span>
        <div className="legend" role="group" aria-label={t('method.by_state')}>
          {tally(all).map(({ state: one, count }) => (
            <button key={one} type="button" aria-pressed={state === one} onClick={() => onState(state === one ? '' : one)}><Mark state={one} />{t(`method.state_${one}`)} {count}</button>
          ))}
        </div>
      </header>
      {shown.length === 0 && <Empty>{t('method.none_match')}</Empty>}
      {chapters(shown).map(({ group, methods }) => (
        <section key={group}>
          <h3>{group} {methods.length}</h3>
          <ul>{methods.map((m) => <li key={m.id}><Line method={m} open={m.id === open} words={words} state={state} /></li>)}</ul>
        </section>
      ))}
    </nav>
  )
}

function Line({ method: { id, name, state: own }, open, words, state }: { method: Narrowed; open: boolean; words: string; state: string }) {
  const { t } = useTranslation()
  const search = { ...(words && { words }), ...(state && { state }) }
  return (
    <Link to="/methods/$id" params={{ id } as never} search={search as never} aria-current={open ? 'page' : undefined} className={own === 'off' ? 'off' : undefined}>
      <small>{id}</small>
      <span className="cut" title={name}>{name}</span>
      <em><Mark state={own} /><span className={own === 'force' ? 'unseen' : undefined}>{t(`method.state_${own}`)}</span></em>
    </Link>
  )
}

/** Mark is the sign of a state: circle, triangle, diamond, dashed ring. */
export function Mark({ state }: { state: State }) {
  return (
    <svg className="state-shape" width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
      {state === 'force' ? <circle cx="5" cy="5" r="4" fill="var(--state-ok)" />
        : state === 'draft' ? <path d="M5 .8 9.6 9H.4z" fill="var(--state-ask)" />
        : state === 'own' ? <rect x="1.5" y="1.5" width="7" height="7" fill="var(--accent)" transform="rotate(45 5 5)" />
        : <circle cx="5" cy="5" r="3.5" fill="none" stroke="var(--mute)" strokeDasharray="2 1.4" />}
    </svg>
  )
}

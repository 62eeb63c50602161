import { type KeyboardEvent, useContext, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Edit, useField } from './editing'
import { LeafField } from './Leaf'
import { at } from './path'
import type { Class } from '../../ui/theme'
import type { Field } from './wire'

/** Cells is a table over two axes; the second rises upwards. A press gives a cell its next class, arrows move between cells. */
export function Cells({ field }: { field: Field }) {
  const { t, i18n } = useTranslation()
  const { config, prefix, onPut, wrong } = useContext(Edit)
  const box = useRef<HTMLDivElement>(null)
  const table = (at(config, field.path) as unknown[][] | undefined) ?? []
  const one = field.element?.element
  const width = table[0]?.length ?? 0
  if (!one) return null
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width }[event.key]
    const cells = [...(box.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
    const next = step && cells[cells.indexOf(event.target as HTMLElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const name = (labels: string[] | undefined, i: number) => (labels?.[i] ? t(labels[i]) : String(i))
  const axis = (which: string) => (i18n.exists(`${prefix}.${which}`) ? t(`${prefix}.${which}`) : which.toUpperCase())
  const rows = table.map((_, y) => y).reverse()
  return (
    <>
      <p className="third">{t('method.axes', { x: axis('x'), y: axis('y') })}{onPut && one.type === 'choice' && t('method.press_cell')}</p>
      <div ref={box} className="method-cells" role="group" aria-label={t(field.label)} style={{ gridTemplateColumns: `auto repeat(${width}, minmax(40px, 72px))` }} onKeyDown={move}>
        {rows.map((y) => [
          <span key="name" className="matrix-axis" aria-hidden="true">{name(field.items, y)}</span>,
          ...(table[y] ?? []).map((_, x) => {
            const cell = { ...one, path: `${field.path}.${y}.${x}` }, label = `${axis('x')} ${name(field.element?.items, x)}, ${axis('y')} ${name(field.items, y)}`
            return one.type === 'choice' ? <Cell key={x} field={cell} label={label} /> : <LeafField key={x} bare field={cell} label={label} />
          }),
        ])}
        <span />
        {(table[0] ?? []).map((_, x) => <span key={x} className="matrix-axis" aria-hidden="true">{name(field.element?.items, x)}</span>)}
      </div>
      {[...wrong].filter(([path]) => path.startsWith(field.path + '.')).map(([path, says]) => <p key={path} className="leaf-says" role="alert">{says}</p>)}
    </>
  )
}

function Cell({ field, label }: { field: Field; label: string }) {
  const { t } = useTranslation()
  const { value, old, changed, wrong, put } = useField(field.path)
  const choices = field.choices ?? []
  const says = (v: unknown) => { const c = choices.find((one) => one.value === v); return c ? t(c.label) : '✗' }
  const next = () => choices[(choices.findIndex((c) => c.value === value) + 1) % choices.length]?.value
  const impossible = !value && !old
  const hue = ['A', 'B', 'C'].includes(String(value)) ? (value as Class) : undefined
  return (
    <button type="button" data-cell className={`method-cell${changed ? ' changed' : ''}${wrong ? ' wrong' : ''}${impossible ? ' impossible' : ''}`}
      style={hue && { background: `var(--class-${hue}-tint)`, color: `var(--class-${hue}-text)` }}
      aria-disabled={!put || impossible} onClick={put && !impossible ? () => put(next() ?? '') : undefined}>
      <span className="unseen">{impossible ? t('method.cell_impossible', { cell: label }) : `${label}: `}</span>
      {changed && <s><span className="unseen">{t('method.was')}</span>{`\u2009${says(old)}\u2009`}</s>}<b>{says(value)}</b>
    </button>
  )
}

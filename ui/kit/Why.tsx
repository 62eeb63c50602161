import { Drawer, Popover } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../media'

interface Props {
  /** what the explanation is about, for those who hear the page */
  label: string
  /** the chip, score or alert that can be asked */
  chip: ReactNode
  /** the explanation, made when it is asked for */
  children: () => ReactNode
}

/** Why makes a chip a button that opens its explanation: under the chip, or as a sheet on a phone. */
export function Why({ label, chip, children }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const change = (next: boolean) => {
    setOpen(next)
    if (!next) button.current?.focus()
  }
  const trigger = (
    <button ref={button} type="button" className={open ? 'why open' : 'why'} aria-haspopup="dialog" aria-expanded={open}
      onClick={phone ? () => setOpen(true) : undefined}>
      {chip}
      <span className="unseen">{t('ui.why', { what: label })}</span>
    </button>
  )
  if (phone) {
    return (
      <>
        {trigger}
        <Drawer open={open} onClose={() => change(false)} placement="bottom" size="85%" title={label} destroyOnHidden>{children()}</Drawer>
      </>
    )
  }
  return (
    <Popover open={open} onOpenChange={change} trigger="click" placement="bottomLeft" destroyOnHidden
      content={<Dialog label={label} onClose={() => change(false)}>{children()}</Dialog>}>
      {trigger}
    </Popover>
  )
}

function Dialog({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return <div ref={box} role="dialog" aria-label={label} tabIndex={-1} className="why-dialog" onKeyDown={press}>{children}</div>
}

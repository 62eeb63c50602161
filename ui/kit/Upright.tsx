import './upright.css'
import { type Step, stretch } from './stairs'

/** Upright is a waterfall that stands: from a first sum to a last one, each step where the one before has ended. */
export function Upright({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <ol className="upright" aria-label={label}>
      {stretch(steps).map(({ from, to, zero, ...step }, i, all) => {
        const high = Math.max(from, to), low = Math.min(from, to)
        return (
          <li key={step.name} data-kind={i === all.length - 1 ? 'end' : step.kind} data-loss={(step.kind === 'sum' && step.amount < 0) || undefined}>
            <span className="upright-plot">
              <b className="number" style={{ bottom: `${high * 100}%` }}>{step.written}</b>
              <u aria-hidden="true" style={{ bottom: `${zero * 100}%` }} />
              <i aria-hidden="true" style={{ bottom: `${low * 100}%`, height: `${(high - low) * 100}%` }} />
              {i < all.length - 1 && <s aria-hidden="true" style={{ bottom: `${to * 100}%` }} />}
            </span>
            <span className="upright-name">{step.name}</span>
            <small className="number">{step.part}</small>
          </li>
        )
      })}
    </ol>
  )
}

import './waterfall.css'
import { type Step, stairs } from './stairs'

/** Waterfall goes from a first sum to a last one, step by step. */
export function Waterfall({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <table className="waterfall" aria-label={label}>
      <tbody>
        {stairs(steps).map(({ from, to, zero, ...step }) => (
          <tr key={step.name} data-kind={step.kind} data-loss={(step.kind === 'sum' && step.amount < 0) || undefined}>
            <th scope="row">{step.name}{step.note && <small>{step.note}</small>}</th>
            <td className="waterfall-way" aria-hidden="true">
              <u style={{ left: `${zero * 100}%` }} />
              <i style={{ left: `${Math.min(from, to) * 100}%`, width: `${Math.abs(to - from) * 100}%` }} />
            </td>
            <td className="number">{step.written}</td>
            <td className="number third">{step.part}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

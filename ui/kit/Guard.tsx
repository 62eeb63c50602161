import { Component, type ReactNode } from 'react'
import { Fault } from '../Fault'

interface Props {
  /** say nothing of a fault */
  silent?: boolean
  children: ReactNode
}

/** Guard keeps a fault of one part from taking the rest of the screen with it. */
export class Guard extends Component<Props, { fault?: unknown }> {
  state: { fault?: unknown } = {}

  static getDerivedStateFromError(fault: unknown) {
    return { fault }
  }

  render() {
    if (!this.state.fault) return this.props.children
    return this.props.silent ? null : <Fault error={this.state.fault} onRetry={() => this.setState({ fault: undefined })} />
  }
}

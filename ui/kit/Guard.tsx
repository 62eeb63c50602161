import { Component, type ReactNode } from 'react'
import { Fault } from '../Fault'

/** Guard keeps a fault of one part from taking the rest of the screen with it. */
export class Guard extends Component<{ children: ReactNode }, { fault?: unknown }> {
  state: { fault?: unknown } = {}

  static getDerivedStateFromError(fault: unknown) {
    return { fault }
  }

  render() {
    return this.state.fault ? <Fault error={this.state.fault} onRetry={() => this.setState({ fault: undefined })} /> : this.props.children
  }
}

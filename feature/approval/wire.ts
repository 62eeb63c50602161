// What the screens take from the server.
import type { Schema } from '../../ui/api'

export type Row = Schema['ApprovalRow']
export type Detail = Schema['ApprovalDetail']
export type News = Schema['ApprovalNews']
export type Verdict = Schema['ApprovalSaying']['verdict']
export type Told = Schema['ApprovalTold']
export type BoxName = 'decide' | 'mine' | 'decided'

/** states says with which shape each state is drawn. */
export const states = {
  proposed: 'ask', approved: 'ok', refused: 'blocked', withdrawn: 'info', lapsed: 'info', undone: 'info',
} as const

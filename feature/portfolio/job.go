package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/job"
)

// evaluation is the kind of the job that evaluates every account and keeps
// what has changed; nightly is when it runs by itself.
const (
	evaluation = "portfolio.evaluate"
	nightly    = "03:10"
)

// Jobs says what is done for the jobs of the portfolio, and when.
func (s *Service) Jobs(q *job.Queue) {
	q.Handle(evaluation, func(ctx context.Context, run *job.Run) error {
		found, err := s.Settle(ctx, run.Progress)
		run.Report(found)
		return err
	})
	q.Schedule(evaluation, nightly)
}

// Settled says what an evaluation has found.
type Settled struct {
	Accounts int         `json:"accounts"`
	Changes  int         `json:"changes"`
	Keys     int         `json:"keys"  doc:"New key accounts"`
	AsOf     kernel.Date `json:"as_of"`
	Config   int64       `json:"config"`
}

package loyalty

import (
	"context"

	"erba/platform/job"
)

// settling is the kind of the job that notes on which rungs accounts stand: every
// night, when shares are new.
const (
	settling = "loyalty.settle"
	night    = "04:30"
)

// Work adds the job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(settling, func(ctx context.Context, run *job.Run) error {
		done, err := s.Settle(ctx)
		run.Report(done)
		return err
	})
	q.Schedule(settling, night)
}

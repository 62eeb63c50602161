package claim

import (
	"context"

	"erba/platform/job"
)

// tending is the kind of the job that ends claims whose time is over, and warns.
const tending = "claim.tend"

// Work adds claim's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(tending, func(ctx context.Context, run *job.Run) error {
		done, err := s.Tend(ctx)
		run.Report(done)
		return err
	})
	q.Schedule(tending, "02:40")
}

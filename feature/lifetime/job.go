package lifetime

import (
	"context"

	"erba/platform/job"
)

// fitting is the kind of the job that works out what all accounts together tell:
// after every change of the ledger, and every night for the day that has passed.
const (
	fitting = "lifetime.fit"
	night   = "03:30"
)

// Work adds lifetime's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(fitting, func(ctx context.Context, _ *job.Run) error { return s.Fit(ctx) })
	q.Schedule(fitting, night)
}

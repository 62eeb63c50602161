package worth

import (
	"context"

	"erba/platform/job"
)

// loading is the kind of the job that brings what accounts bought up to date, so
// that nobody waits for it: after every change of the ledger.
const loading = "worth.load"

// Work adds the job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(loading, func(ctx context.Context, _ *job.Run) error { return s.Load(ctx) })
}

package contact

import (
	"context"

	"erba/kernel"
	"erba/platform/job"
)

// expiry is the kind of job that ends notes which nobody confirmed.
const expiry = "contact.expire"

// Work ends notes every night.
func (s *Service) Work(q *job.Queue) {
	q.Handle(expiry, func(ctx context.Context, _ *job.Run) error { return s.Expire(ctx, kernel.Today()) })
	q.Schedule(expiry, "01:10")
}

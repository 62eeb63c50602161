package card

import (
	"context"

	"erba/platform/job"
)

// expiring is the kind of the job that ends cards whose time is over; it comes
// before the evaluation of the month.
const (
	expiring = "card.expire"
	night    = "03:20"
)

// Work adds card's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(expiring, func(ctx context.Context, _ *job.Run) error { return s.Expire(ctx) })
	q.Schedule(expiring, night)
}

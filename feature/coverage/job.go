package coverage

import (
	"context"

	"erba/platform/job"
)

// handing is the kind of the job by which accounts change hands on their day: soon
// after it has begun.
const (
	handing = "coverage.handover"
	night   = "00:10"
)

// Work adds coverage's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(handing, func(ctx context.Context, _ *job.Run) error { return s.HandOver(ctx) })
	q.Schedule(handing, night)
}

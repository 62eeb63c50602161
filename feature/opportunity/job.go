package opportunity

import (
	"context"

	"erba/platform/job"
)

// sliding is the kind of the job that moves deals of timed processes to the steps
// of the day, before anybody comes to work.
const (
	sliding = "opportunity.slide"
	night   = "00:15"
	valuing = "opportunity.value"
	later   = "00:20"
)

// Work adds opportunity's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(sliding, func(ctx context.Context, _ *job.Run) error {
		_, err := s.Slide(ctx)
		return err
	})
	q.Schedule(sliding, night)
	q.Handle(valuing, func(ctx context.Context, _ *job.Run) error {
		_, err := s.Value(ctx)
		return err
	})
	q.Schedule(valuing, later)
}

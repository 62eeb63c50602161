package review

import (
	"context"

	"erba/platform/job"
)

// reminding is the kind of the job that says that a month is to be reviewed.
const (
	reminding = "review.remind"
	morning   = "06:40"
)

// Work adds review's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(reminding, func(ctx context.Context, _ *job.Run) error {
		_, err := s.Remind(ctx)
		return err
	})
	q.Schedule(reminding, morning)
}

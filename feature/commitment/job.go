package commitment

import (
	"context"

	"erba/platform/job"
)

// reminding is the kind of the job that reminds of promises, before anybody comes
// to work.
const (
	reminding = "commitment.remind"
	morning   = "06:20"
)

// Work adds commitment's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(reminding, func(ctx context.Context, _ *job.Run) error {
		_, err := s.Remind(ctx)
		return err
	})
	q.Schedule(reminding, morning)
}

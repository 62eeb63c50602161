package development

import (
	"context"

	"erba/platform/job"
)

// settling is the kind of the job that looks where all accounts stand; it runs
// after an import and every night.
const (
	settling = "development.settle"
	night    = "04:05"
)

// Work adds the job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(settling, func(ctx context.Context, run *job.Run) error {
		found, err := s.Settle(ctx)
		run.Report(found)
		return err
	})
	q.Schedule(settling, night)
}

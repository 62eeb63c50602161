package risk

import (
	"context"

	"erba/platform/job"
)

// scanning is the kind of the job by which signals look at accounts: every night,
// when classes and shares are new, and soon after something has happened.
const (
	scanning = "risk.scan"
	night    = "04:20"
)

// Work adds the job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(scanning, func(ctx context.Context, run *job.Run) error {
		seen, err := s.Scan(ctx)
		run.Report(seen)
		return err
	})
	q.Schedule(scanning, night)
}

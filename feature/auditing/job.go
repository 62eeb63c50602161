package auditing

import (
	"context"

	"erba/platform/job"
)

// The jobs: walking the chains, and cutting what is old every night.
const (
	verification = "auditing.verify"
	cutting      = "auditing.cut"
	nightly      = "03:40"
)

// Work says what is done for the jobs of the audit, and when.
func (s *Service) Work(q *job.Queue) {
	q.Handle(verification, func(ctx context.Context, run *job.Run) error {
		found, err := s.Verify(ctx)
		run.Report(found)
		return err
	})
	q.Handle(cutting, func(ctx context.Context, run *job.Run) error {
		n, err := s.Cut(ctx)
		run.Report(map[string]int64{"cut": n})
		return err
	})
	q.Schedule(cutting, nightly)
}

package evaluation

import (
	"context"

	"erba/platform/job"
)

// evaluating is the kind of the job that evaluates all accounts; monthly is when
// the first night of a month asks for one.
const (
	evaluating = "evaluation.run"
	monthly    = "evaluation.monthly"
	night      = "03:40"
)

// Work adds evaluation's jobs to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(evaluating, func(ctx context.Context, run *job.Run) error {
		var o order
		if err := run.Args(&o); err != nil {
			return err
		}
		found, err := s.Evaluate(ctx, o.AsOf, run.Progress)
		run.Report(found)
		return err
	})
	q.Handle(monthly, func(ctx context.Context, _ *job.Run) error { return s.Remind(ctx) })
	q.Schedule(monthly, night)
}

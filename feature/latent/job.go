package latent

import (
	"context"

	"erba/platform/job"
)

// mining is the kind of the job that looks for what accounts would probably buy;
// it runs after an import and every night, when the evaluation is done.
const (
	mining = "latent.mine"
	night  = "03:40"
)

// Work adds the job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(mining, func(ctx context.Context, run *job.Run) error {
		found, err := s.Mine(ctx, run.Progress)
		run.Report(found)
		return err
	})
	q.Schedule(mining, night)
}

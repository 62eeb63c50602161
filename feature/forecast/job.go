package forecast

import (
	"context"

	"erba/platform/job"
)

// noting is the kind of the job that writes down how deals stand.
const (
	noting = "forecast.note"
	night  = "00:10"
)

// Work adds the job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(noting, func(ctx context.Context, run *job.Run) error {
		n, err := s.Note(ctx)
		run.Report(map[string]int{"deals": n})
		return err
	})
	q.Schedule(noting, night)
}
